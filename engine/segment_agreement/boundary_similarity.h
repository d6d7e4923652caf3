#pragma once

#include "engine/agreement/statistic.h"
#include "engine/core/run_context.h"
#include "engine/segment_agreement/marked_video.h"

namespace engine {

struct BoundarySimilarityOptions {
    double atom = 0.1; ///< length of a place at which there may be a boundary, > 0
    std::size_t near = 2; ///< boundaries fewer places apart than these are a near miss; ≥ 1
};

struct BoundarySimilarity {
    Statistic similarity; ///< `boundary_b`, of all pairs of raters
    Statistic corrected; ///< `boundary_pi`: beyond what how often the raters cut gives
    double expected = 0.0; ///< E
    std::vector<Statistic> pairs; ///< B of each two raters who share a video with boundaries
};

/// B, boundary similarity, and its chance-corrected π: whether raters cut at the same places (Fournier,
/// Evaluating Text Segmentation using Boundary Edit Distance, ACL 2013). Near misses count in part; gaps and
/// names do not count; segments of one rater may overlap.
///
/// Undefined when no video is longer than one place, when nobody set a boundary, and, π, when everybody cut
/// at every place. @throws Cancelled.
BoundarySimilarity boundarySimilarity(const std::vector<MarkedVideo>& videos,
                                      const BoundarySimilarityOptions& options = {},
                                      const RunContext& run = {});

}
