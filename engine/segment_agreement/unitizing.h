#pragma once

#include "engine/agreement/statistic.h"
#include "engine/core/run_context.h"
#include "engine/segment_agreement/marked_video.h"

namespace engine {

struct UnitizingOptions {
    /// ρ: the shortest length that is told apart, in the unit of the times; 1 where time counts characters or
    /// frames.
    double resolution = 0.001;
    std::size_t draws = 2000; ///< of the bootstrap; 0: no intervals
    std::uint32_t seed = 1;
};

/// What unitizing α says of one name.
struct NameAgreement {
    std::string name;
    Statistic statistic; ///< `ku_alpha:NAME`
    std::optional<double>
        coverage; ///< the part of the time of this name in which another rater marked anything
};

/// Krippendorff's unitizing α with the figures of its family.
struct Unitizing {
    Statistic all; ///< `u_alpha`: where, and what
    Statistic marked; ///< `u_alpha_marked`: marked at all or not
    Statistic named; ///< `cu_alpha`: what, where both marked
    std::vector<NameAgreement> names; ///< by name; empty where `named` has no moment to go by
};

/// Unitizing α: whether raters say the same at the same moments (Krippendorff, Mathet, Bouvry, Widlöcher,
/// Quality & Quantity 2016, doi 10.1007/s11135-015-0266-1; |uα, cuα, kuα: Krippendorff, Content Analysis, 4th
/// edition 2019, 12.6.3–12.6.6). Gaps count as a value of their own.
///
/// A video with one rater is left out and counted. Undefined for fewer than two raters; when nobody marked
/// anything; when segments of one rater overlap, are points or reach beyond the video; when no disagreement
/// is to be expected. The intervals draw whole videos with replacement; below five videos there are none, and
/// the rule says so. Time grows with the segments, and with the square of the raters.
///
/// @throws Cancelled.
Unitizing unitizingAlpha(const std::vector<MarkedVideo>& videos, const UnitizingOptions& options = {},
                         const RunContext& run = {});

}
