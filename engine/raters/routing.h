#pragma once

#include "engine/raters/ordinal_estimates.h"

#include <optional>
#include <string_view>

namespace engine {

/// When a unit has ratings enough, and who is asked next.
struct RoutingOptions {
    double stopLoss = 0.4; ///< a unit is done when its expected loss is no larger, in steps …
    std::size_t narrowSet = 2; ///< … or its set of steps no wider; both need a rating. 0: not by the set
    std::size_t mostOfUnit = 0; ///< ratings with which a unit is done in any case; 0: one of every rater
    std::size_t begin = 30; ///< units that all judge first, so that the model can tell raters apart
    std::size_t batch = 60; ///< tasks that are chosen before the model is fitted again
    double capacity
        = 1.5; ///< a rater's most ratings, in equal shares of all ratings after the batch; 0: none
    std::size_t mostOfRater = 0; ///< a rater's most ratings in the place of `capacity`; 0: by `capacity`
    std::size_t randomEvery = 10; ///< every tenth task is drawn, so that the model can be checked; 0: none
    std::vector<double> costs = {}; ///< of a rating of each rater, above 0; empty: 1
    std::uint32_t seed = 1;
};

enum class RoutingReason {
    Begin, ///< a unit that all are to judge
    Gain, ///< tells most per cost
    Random, ///< drawn, to check the model
    Guideline ///< drawn, and given to one of the best, since two of the best tell whether a guideline is at
              ///< fault
};

/// `begin`, `gain`, `random`, `guideline`.
std::string_view name(RoutingReason reason);

struct RoutedTask {
    std::size_t unit = 0;
    std::size_t rater = 0;
    double gain = 0.0; ///< expected fall of the variance of the unit's mean answer, in steps²
    double cost = 1.0;
    double loss = 0.0; ///< of the unit before, in steps
    RoutingReason reason = RoutingReason::Gain;

    friend bool operator==(const RoutedTask&, const RoutedTask&) = default;
};

/// Which units have ratings enough: one of each unit. @param estimates  of the units
std::vector<bool> doneUnits(const OrdinalRatings& ratings, std::span<const OrdinalEstimate> estimates,
                            const RoutingOptions& options);

/// The next batch: of the units that are not done, those and the raters that tell most per cost, one new
/// rating per unit; and drawn ones. While fewer than `begin` units are judged by all, and a rater shares
/// fewer than `begin` units with others, what is missing there.
///
/// Time grows with units · raters · K · 81.
///
/// @return at most `batch`, in the order in which they should be done; empty when all are done
/// @throws ShapeError (`row_mismatch`) when `costs` are not one per rater; Cancelled.
std::vector<RoutedTask> nextTasks(const OrdinalModel& model, const OrdinalRatings& ratings,
                                  std::span<const AtPlaces> posteriors, const RoutingOptions& options,
                                  const RunContext& run = {});

/// How many ratings are still needed until every unit is done.
struct ExpectedRatings {
    double mean = 0.0;
    double low = 0.0; ///< percentile 5 over redrawn units
    double high = 0.0; ///< percentile 95 over redrawn units
};

/// By simulation: truths from the posteriors, answers from the model, of raters drawn among the best ones
/// that the capacity lets do everything, then of the others. For the range, each run also fits the model to
/// units that are drawn again with replacement: what the model knows too little of raters moves the number
/// more than chance does.
///
/// @param runs  fits and simulations
ExpectedRatings expectedRatings(const OrdinalModel& model, const OrdinalRatings& ratings,
                                const RoutingOptions& options, std::size_t runs = 20,
                                const RunContext& run = {});

}
