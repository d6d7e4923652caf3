#include "engine/cli/polylogue_cli/cli_output.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <fmt/format.h>
#include <memory>
#include <unistd.h>

namespace engine::cli {

std::shared_ptr<const CsdFile> openProbed(const std::filesystem::path& path, Prober& prober)
{
    prober.check(path);
    return std::make_shared<const CsdFile>(path);
}

RunContext progressOnTerminal(const std::string& what)
{
    RunContext run;
    if (!isatty(STDERR_FILENO))
        return run;
    run.progress
        = [what = terminalText(what), last = std::make_shared<std::atomic<int>>(-1)](double fraction) {
              const int percent
                  = fraction >= 1.0 ? 100 : std::min(99, static_cast<int>(std::lround(fraction * 100.0)));
              if (last->exchange(percent) != percent) // an entry of a million is less
                  fmt::print(stderr, "\r{} {:3} %{}", what, percent, percent == 100 ? "\n" : "");
          };
    return run;
}

RunContext progressInLines()
{
    RunContext run;
    run.progress = [last = -1](double fraction) mutable {
        const int percent = static_cast<int>(fraction * 100.0);
        if (percent > last)
            fmt::print(stderr, "progress {:.2f}\n", percent / 100.0);
        last = std::max(last, percent);
    };
    return run;
}

}
