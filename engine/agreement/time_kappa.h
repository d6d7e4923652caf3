#pragma once

#include "engine/agreement/confusion.h"
#include "engine/agreement/kappa.h"
#include "engine/core/interval.h"

namespace engine {

/// A segment and what a rater called it.
struct MarkedSpan {
    Interval interval; ///< seconds
    std::string mark;
};

/// One video, marked by two raters.
struct MarkedPair {
    std::string video;
    std::vector<MarkedSpan> first;
    std::vector<MarkedSpan> second;
};

struct TimeKappa {
    Kappa kappa;
    ConfusionMatrix matrix{{}, {}}; ///< the sampled marks, to be shown beside the figure
    double step = 0.0; ///< seconds
};

/// Cohen's κ of the marks of two raters' segments, sampled every `step` seconds from the first start of a
/// video to the last end. A time without a segment has the category `(nothing)`; where segments overlap, the
/// one that began first counts.
///
/// The figure depends strongly on the step, since neighbouring samples are no independent units (Bakeman &
/// Quera, Sequential Analysis and Observational Methods, 2011, chapter 6).
///
/// @param step  seconds, > 0
/// @return      without a value, and with an empty matrix, when there are more names than a ConfusionMatrix
/// can have
/// @throws ShapeError (`bad_step`) for a step that is not above 0, and for more than 10 million samples.
TimeKappa timeKappa(std::span<const MarkedPair> videos, double step);

}
