#pragma once

#include "engine/raters/influence.h"

namespace engine {

/// A study of a model's influence that is only planned: raters of a scale from −3 to 3, truths ~ N(0, 1.5).
struct InfluencePlan {
    std::size_t units = 100;
    std::size_t shown = 2; ///< answers of a unit with the prediction
    std::size_t hidden = 2; ///< answers of a unit without
    double noise = 0.7; ///< of an answer, in steps
    double off = 1.0; ///< deviation of predictions from truths
};

/// Answers of eight drawn raters to a planned study; where the prediction is visible, (1 − pull) their own
/// view
/// + pull the prediction.
std::vector<ExposedAnswer> plannedAnswers(const InfluencePlan& plan, double pull, std::uint32_t seed);

/// What a planned study finds, over `runs` simulated ones.
struct InfluencePower {
    std::size_t units = 0;
    double pull = 0.0; ///< that there is
    double power = 0.0; ///< the part of the studies with p ≤ 0.05
    std::optional<double> mean; ///< of the λ that are found; absent where none has one
    std::optional<double> deviation; ///< of these λ
};

/// @param runs  seeds 1 … runs. Time grows with runs · units · 99 shufflings. @throws Cancelled.
InfluencePower influencePower(const InfluencePlan& plan, double pull, std::size_t runs = 60,
                              const RunContext& run = {});

/// The least pull that studies like these find with a power of 0.8, by a line between two of them. Absent:
/// none of them does. @param powers  of pulls that grow; that of 0 counts as no find
std::optional<double> findablePull(const std::vector<InfluencePower>& powers);

}
