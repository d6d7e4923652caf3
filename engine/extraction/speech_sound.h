#pragma once

#include "engine/core/interval.h"
#include "engine/core/run_context.h"
#include "engine/media/media_file.h"

#include <limits>
#include <vector>

namespace engine {

inline constexpr Interval kAllOfIt{0.0, std::numeric_limits<double>::infinity()};

/// A span of a recording's sound as speech is recognised in it: mono, 16 000 samples per second (64 kB each).
/// Shorter where the recording ends earlier. @throws IoError (`no_audio`, …); Cancelled.
std::vector<float> speechSound(const MediaFile& media, Interval within, const RunContext& run = {});

}
