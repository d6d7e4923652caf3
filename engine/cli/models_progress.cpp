#include "engine/cli/models_progress.h"

#include <cstdio>
#include <fmt/format.h>
#include <unistd.h>

namespace engine {

RunContext progressOnStderr()
{
    if (isatty(STDERR_FILENO) == 0)
        return {};
    RunContext run;
    run.progress = [last = -1](double fraction) mutable {
        const int percent = static_cast<int>(fraction * 100.0);
        if (percent != last)
            fmt::print(stderr, "\r{:3} %\r", percent);
        last = percent;
    };
    return run;
}

}
