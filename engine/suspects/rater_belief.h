#pragma once

#include "engine/suspects/label_belief.h"

#include <optional>
#include <string>
#include <vector>

namespace engine {

/// Judgements of R raters about N segments; a cell may be empty.
struct SegmentRatings {
    std::vector<std::string> raters; ///< R
    std::vector<std::vector<std::optional<double>>> values; ///< R × N

    friend bool operator==(const SegmentRatings&, const SegmentRatings&) = default;
};

/// What is believed of the raters.
struct RaterBelief {
    struct Rater {
        std::string name;
        double bias = 0.0; ///< how much more than the others and the models they say, at the neutral point
        double scale = 1.0; ///< how far they go from neutral when the others go by 1
        double noise = 1.0; ///< deviation from that
        friend bool operator==(const Rater&, const Rater&) = default;
    };
    std::vector<Rater> raters;
    std::vector<double> shares; ///< N, 0…1: that a rater judged otherwise, and moved the label
    /// N: the largest |rating − consensus − bias of the rater|, by raterConsensus(), or |label − mean
    /// rating|; 0 of a segment that nobody rated.
    std::vector<double> deviations;
    std::vector<std::size_t> judged; ///< N: by how many raters
    /// Whether somebody judged otherwise for a stretch; else `shares` are those of single deviations.
    bool hasStretches = false;
    std::vector<std::string> reasons; ///< N: `rater anna says -2, the others and the models +1.7`
};

/// Finds where one of the raters judged in reverse, with half the scale, or a quarter of the scale too high
/// or too low over a stretch of segments, or said something else of one. Bias, scale and noise of each begin
/// with what raterConsensus() tells of the ratings alone. What the others and the models say is put together
/// by how noisy each is, as CROWDLAB weighs annotators and a classifier (Goh et al., arXiv 2210.06812), here
/// for values with an order.
/// @param chains  where segments follow each other as they were judged
RaterBelief raterBelief(const SegmentRatings& ratings, const std::vector<double>& labels,
                        const LabelPrediction& models, const LabelScale& scale, const SegmentChains& chains);

}
