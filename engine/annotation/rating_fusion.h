#pragma once

#include "engine/agreement/trace_fusion.h"
#include "engine/agreement/trace_lag.h"
#include "engine/annotation/tier_traces.h"

#include <string>

/// One rating of several continuous tiers: what the window's *Fuse continuous ratings…* and the command
/// `fuse-ratings` do.
namespace engine {

/// One rater's continuous tier.
struct ContinuousRating {
    TierId tier = 0;
    std::string name;
    std::string annotator;
    TraceFrames frames; ///< on a clock of kFusionRate from 0 s on, as long as those of the others
};

/// Values per second of what is calculated; the fused tier has as many.
inline constexpr double kFusionRate = 10.0;

/// The continuous tiers of a video, in their order; none where they hold nothing.
std::vector<ContinuousRating> continuousRatings(const Annotation& annotation, const std::string& video);

/// What is to be made of continuous ratings.
struct FusionWish {
    std::vector<ContinuousRating> raters; ///< ratings that take part
    TraceFusion method = TraceFusion::Ewe;
    /// What may be reacted to, on the clock of the raters; none: lags are measured against each other alone.
    std::vector<TraceFrames> sources;
    std::vector<std::optional<double>> lags; ///< seconds that a person gave, by rater; absent: measured
};

struct RatingFusion {
    TraceLags lags; ///< R, those of a person among them
    std::vector<TraceFrames> moved; ///< R, lags put back
    std::vector<std::optional<double>> before; ///< R: CCC with the mean of the others, as they were
    std::vector<std::optional<double>> after; ///< R: with lags put back
    FusedTrace fused;
};

/// For jobs.
RatingFusion fuseRatings(const FusionWish& wish);

/// Adds the fused tier to a video, with the labels of the first rater's.
/// @param raters  those that were fused @param movesRaters  whether their tiers get their lags put back, too
/// @throws Refused as addTrace() does.
Change addFusion(const Annotation& annotation, const std::string& video, const std::string& name,
                 const std::vector<ContinuousRating>& raters, const RatingFusion& fusion, bool movesRaters);

}
