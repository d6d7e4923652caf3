#pragma once

#include "engine/agreement/rating_table.h"

#include <cstdint>

namespace engine {

/// One rater's answer about one unit, as the number of a step.
struct OrdinalAnswer {
    std::uint32_t unit = 0;
    std::uint32_t rater = 0;
    std::uint32_t step = 0; ///< 0 … K − 1

    friend bool operator==(const OrdinalAnswer&, const OrdinalAnswer&) = default;
};

/// Answers on a scale of K steps, in any order.
struct OrdinalRatings {
    std::size_t units = 0;
    std::size_t raters = 0;
    std::size_t steps = 0; ///< K, at least 2
    std::vector<OrdinalAnswer> answers;

    /// For each rater, how many of the units that the rater judged were judged by another one, too.
    std::vector<std::size_t> sharedUnits() const;
    /// How many units have two answers or more.
    std::size_t unitsWithTwo() const;
    /// For each unit, who judged the unit.
    std::vector<std::vector<bool>> isJudged() const;
};

/// A scale of evenly spaced steps, such as −3 … 3.
struct RatingScale {
    double low = 0.0;
    double width = 1.0; ///< of a step
    std::size_t steps = 0; ///< K

    /// What step k stands for; also of a mean of steps.
    double value(double step) const { return low + width * step; }
    double high() const { return value(static_cast<double>(steps) - 1.0); }

    friend bool operator==(const RatingScale&, const RatingScale&) = default;
};

constexpr std::size_t kMostSteps = 21; ///< of a scale: 81 places tell no more of them apart

/// The scale on which a table's ratings lie: from its lowest to its highest rating, by 1 where all are whole
/// numbers, else by the smallest difference of two ratings.
///
/// @throws ShapeError: `no_numbers` for categories; `no_steps` where ratings lie between steps, where they
/// are more than kMostSteps, and where there are no two different ones.
RatingScale ratingScaleOf(const RatingTable& table);

/// The scale from `low` to `high` with the steps of another. @throws ShapeError (`no_steps`) unless that has
/// 2 to kMostSteps steps.
RatingScale ratingScaleFrom(const RatingScale& steps, double low, double high);

/// The table's ratings as steps of a scale. @throws ShapeError (`no_steps`) for a rating that is no step.
OrdinalRatings ordinalRatings(const RatingTable& table, const RatingScale& scale);

}
