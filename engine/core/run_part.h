#pragma once

#include "engine/core/run_context.h"

namespace engine {

/// For a part of long work: its progress from 0 to 1 is told as `from` to `to` of the whole.
RunContext runPart(const RunContext& run, double from, double to);

}
