#pragma once

#include "engine/core/interval.h"

#include <optional>
#include <vector>

namespace engine {

/// Values of a trace at a steady rate; a frame that was not rated has none.
using TraceFrames = std::vector<std::optional<double>>;

/// A continuous rating (valence, arousal) by one rater.
struct Trace {
    double start = 0.0; ///< seconds, of the first frame
    double rate = 25.0; ///< frames per second
    TraceFrames frames;
};

/// The trace sampled on another clock: at `span.start`, and every 1/`rate` s from there, up to but not at
/// `span.end`. Values between two frames are interpolated; there is none where one of the two was not rated,
/// or outside of the trace.
TraceFrames onClock(const Trace& trace, Interval span, double rate);

}
