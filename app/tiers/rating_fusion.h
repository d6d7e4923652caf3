#pragma once

#include "engine/agreement/trace_fusion.h"
#include "engine/agreement/trace_lag.h"
#include "engine/annotation/tier_traces.h"
#include "engine/sequences/feature_levels.h"

#include <memory>
#include <set>

namespace app {

/// One rater's continuous tier.
struct ContinuousRating {
    engine::TierId tier = 0;
    std::string name;
    std::string annotator;
    engine::TraceFrames frames; ///< on the clock of kFusionRate
};

/// Values per second of what is calculated; the fused tier has as many.
inline constexpr double kFusionRate = 10.0;

/// What is to be made of continuous ratings.
struct FusionWish {
    std::vector<ContinuousRating> raters; ///< those that take part
    engine::TraceFusion method = engine::TraceFusion::Ewe;
    /// What may be reacted to; null: lags are measured against each other alone.
    std::shared_ptr<const engine::FeatureLevels> signal;
    std::vector<std::optional<double>> lags; ///< seconds that a person gave, by rater; absent: measured
};

struct RatingFusion {
    engine::TraceLags lags; ///< R, those of a person among them
    std::vector<engine::TraceFrames> moved; ///< R, lags put back
    std::vector<std::optional<double>> before; ///< R: CCC with the mean of the others, as they were
    std::vector<std::optional<double>> after; ///< R: with lags put back
    engine::FusedTrace fused;
};

/// For jobs.
RatingFusion fuseRatings(const FusionWish& wish);

}
