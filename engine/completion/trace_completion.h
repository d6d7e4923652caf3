#pragma once

#include "engine/agreement/trace.h"
#include "engine/completion/completion.h"
#include "engine/completion/frame_features.h"
#include "engine/core/run_context.h"

namespace engine {

/// A continuous rating, parts of which a person gave.
struct TraceTask {
    std::vector<FrameFeatures> recordings; ///< all with the same D columns and rate
    std::vector<TraceFrames> given; ///< per recording, on the clock of the features
    std::size_t wished = 0; ///< the recording that is to be completed
    double least = -1.0; ///< of the scale
    double greatest = 1.0;
};

/// Seconds of one suggestion of a continuous rating, and how far it may lie from the truth in the mean to
/// count as right, as a part of the scale.
inline constexpr double kTraceStretch = 4.0;
inline constexpr double kTraceTolerance = 0.1;

/// Suggests values for the time without any, in stretches, by ridge regression of what was seen and heard up
/// to 6 s before each moment, so that a rater's delay is learnt with it, and smoothed over 1 s. A stretch is
/// the surer, the less what is seen and heard in it differs from the usual.
/// @throws Cancelled.
Completion completeTrace(const TraceTask& task, const RunContext& run = {});

}
