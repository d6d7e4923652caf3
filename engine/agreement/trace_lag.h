#pragma once

#include "engine/agreement/trace.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace engine {

struct LagSettings {
    double rate = 10.0; ///< frames per second of all traces
    double longest = 6.0; ///< seconds by which a rater may be late
};

/// How late raters react. What they rate is seen and heard before they move: on average 1 to 4 s (Mariooryad
/// & Busso, Correcting time-continuous emotional labels by modeling the reaction lag of evaluators, IEEE TAC
/// 2015).
struct TraceLags {
    /// Of each rater, in seconds; absent: the trace is constant, or shares too few frames with the others.
    std::vector<std::optional<double>> seconds;
    /// Whether they were measured against signals; otherwise against each other alone, and the first to react
    /// counts as 0.
    bool isAbsolute = false;
};

/// The lags of R raters of one video: each trace is moved to where its correlation with the mean of the
/// others is largest, in turns until none moves any more; then all together to where they correlate most with
/// the sources.
///
/// @param raters   R × N, on one clock
/// @param sources  S × N: what may be reacted to, such as loudness or what a model predicts; may be empty
TraceLags traceLags(const std::vector<TraceFrames>& raters, const std::vector<TraceFrames>& sources,
                    const LagSettings& settings = {});

/// The trace as if its rater had reacted sooner by `seconds`. Values between two frames are
/// interpolated; there is none where one of the two is missing.
TraceFrames sooner(const TraceFrames& trace, double seconds, double rate);

/// Pearson's r of two traces on one clock, over the frames that both have. Absent: less than `least` such
/// frames, or one is constant.
std::optional<double> traceCorrelation(const TraceFrames& a, const TraceFrames& b, std::size_t least = 3);

/// The mean of traces on one clock, each first brought to mean 0 and deviation 1. A frame that none has stays
/// without value.
TraceFrames standardMean(const std::vector<TraceFrames>& traces);

}
