#pragma once

#include "engine/agreement/statistic.h"
#include "engine/core/run_context.h"
#include "engine/segment_agreement/marked_video.h"

#include <array>

namespace engine {

/// A number, or the sentence why there is none.
struct SweepFigure {
    std::optional<double> value;
    Sentence reason;
};

/// Segments that both raters have, as matched by the largest sum of overlaps.
struct FoundSegments {
    double overlap = 0.0; ///< the least |A ∩ B| / |A ∪ B|
    std::size_t found = 0; ///< pairs
    SweepFigure f; ///< 2 found / (n_a + n_b)
    SweepFigure sameName; ///< the part of the found that have the same name
    SweepFigure kappa; ///< Cohen's κ of the names of the found
};

/// Boundaries that both raters have.
struct EdgeAgreement {
    double tolerance = 0.0; ///< the most that two boundaries of a pair are apart
    SweepFigure f;
    SweepFigure expected; ///< F of the second rater's boundaries turned round the video, mean
    SweepFigure beyond; ///< (F − F_e) / (1 − F_e)
};

/// Two raters' segments: found by both, named the same, and how near their edges are.
struct SegmentSweep {
    std::string first;
    std::string second;
    std::array<std::size_t, 2> segments{}; ///< of each
    std::vector<FoundSegments> found; ///< by overlap
    std::vector<EdgeAgreement> edge; ///< by tolerance
    std::optional<double> startsLater; ///< median of second − first, of what is matched; none: nothing is
    std::optional<double> endsLater;
    std::optional<double> medianDeviation; ///< of both, regardless of sign
};

struct SegmentSweepOptions {
    std::vector<double> overlaps = {0.0, 0.25, 0.5, 0.75};
    std::vector<double> tolerances = {0.02, 0.05, 0.1, 0.25, 0.5, 1.0}; ///< in the unit of the times
    std::size_t turns = 200; ///< of chance, ≥ 1; no draws
};

/// The sweep of each pair of raters who share a video, in the order of their names. Only videos that both
/// did count. @throws Cancelled.
std::vector<SegmentSweep> segmentSweeps(const std::vector<MarkedVideo>& videos,
                                        const SegmentSweepOptions& options = {}, const RunContext& run = {});

}
