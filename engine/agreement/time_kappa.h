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

/// The same video, marked by two raters.
struct MarkedPair {
    std::string video;
    std::vector<MarkedSpan> first;
    std::vector<MarkedSpan> second;
};

struct TimeKappa {
    Kappa kappa;
    ConfusionMatrix matrix{{}, {}}; ///< what was sampled: to be shown beside the figure
    double step = 0.0; ///< seconds
};

/// Cohen's κ of what two raters' segments say every `step` seconds, from the first start of a video to the
/// last end. Where a rater has no segment, that counts as a category of its own, `(nothing)`; where several
/// lie over each other, the one that began first counts.
///
/// The figure depends strongly on the step, since neighbouring samples are no independent units (Bakeman &
/// Quera, Sequential Analysis and Observational Methods, 2011, chapter 6).
///
/// @param step  seconds, > 0
/// @return      without a value, and with an empty matrix, for more names than make a table
/// @throws ShapeError (`bad_step`) for other steps, and for more than 10 million samples.
TimeKappa timeKappa(std::span<const MarkedPair> videos, double step);

}
