#include "engine/core/run_part.h"

namespace engine {

RunContext runPart(const RunContext& run, double from, double to)
{
    RunContext part = run;
    if (run.progress)
        part.progress
            = [whole = run.progress, from, to](double fraction) { whole(from + (to - from) * fraction); };
    return part;
}

}
