#pragma once

#include "engine/agreement/rating_table.h"
#include "engine/agreement/statistic.h"
#include "engine/core/run_context.h"

#include <string_view>

namespace engine {

/// How the difference δ² of two values is measured.
enum class AlphaMetric {
    Nominal, ///< equal or not
    Ordinal, ///< by how many ratings lie between their ranks
    Interval, ///< squared difference
    Ratio, ///< squared difference as a part of the sum; values ≥ 0
    Sets ///< of categories that are sets of terms: masiDistance()
};

/// `nominal`, `ordinal`, `interval`, `ratio`, `sets`.
std::string_view name(AlphaMetric metric);

/// Ordinal for numbers; for categories nominal, or sets where they are (areTermSets()).
AlphaMetric usualMetric(const RatingTable& table);

struct AlphaOptions {
    AlphaMetric metric = AlphaMetric::Ordinal;
    std::size_t draws = 2000; ///< of the bootstrap; 0: no interval
    std::uint32_t seed = 1;

    friend bool operator==(const AlphaOptions&, const AlphaOptions&) = default;
};

struct Alpha {
    Statistic statistic;
    double observed = 0.0; ///< disagreement D_o; 0 when there are no pairs
    double expected = 0.0; ///< D_e
    /// What each unit of the table adds to D_o; their sum is D_o. Absent for a unit with fewer than two
    /// ratings.
    std::vector<std::optional<double>> contributions;
};

/// Krippendorff's α = 1 − D_o/D_e (Krippendorff, Content Analysis, 4th edition 2018, chapter 12). Any number
/// of raters, cells may be empty; units with fewer than two ratings are dropped and counted.
///
/// The interval comes from a bootstrap that draws whole units with replacement; draws with D_e = 0 are
/// dropped and counted. Undefined without a unit that has two ratings, when all ratings are equal, for other
/// metrics than nominal and sets on categories, for sets on numbers, and for values below 0 with the ratio
/// metric.
///
/// Time grows with the number of ratings; with the ratio metric and sets, it grows with the square of the
/// number of different values. The ratio metric has no interval when there are more than 4096 different
/// values and more than 4096 units.
///
/// @param table  U × R.
/// @throws Cancelled.
Alpha krippendorffsAlpha(const RatingTable& table, const AlphaOptions& options = {},
                         const RunContext& run = {});

}
