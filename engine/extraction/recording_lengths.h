#pragma once

#include "engine/core/run_context.h"
#include "engine/extraction/listed_recordings.h"

#include <vector>

namespace engine {

/// How long recordings are, in seconds, at least one: by this they are shared out, and work is foretold. Of
/// up to 4096 recordings each is opened. Of more, only 64 of each kind of file (`.wav`) are, and the others
/// are as long as their bytes say at the same bytes per second. Files that cannot be read count as one
/// second: their steps say what is wrong. The same files give the same lengths.
/// @throws Cancelled.
std::vector<double> lengthsOf(const std::vector<Recording>& recordings, const RunContext& run);

}
