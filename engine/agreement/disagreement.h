#pragma once

#include "engine/agreement/krippendorff.h"
#include "engine/agreement/pairable_ratings.h"
#include "engine/agreement/term_sets.h"

namespace engine {

/// Sums of δ² over ordered pairs of ratings, as α compares them: within units, and among all ratings.
class Disagreement {
public:
    struct Sums {
        std::size_t ratings = 0; ///< N
        double within = 0.0; ///< Σ over units of the pairs' δ² / (ratings of the unit − 1) = N · D_o
        double among = 0.0; ///< Σ over all pairs = N (N − 1) · D_e

        /// Whether any disagreement is expected by chance; otherwise α is undefined.
        bool isDefined() const { return among > 0.0; }
        double observed() const { return within / static_cast<double>(ratings); }
        double expected() const
        {
            return among / (static_cast<double>(ratings) * static_cast<double>(ratings - 1));
        }
        double alpha() const { return 1.0 - static_cast<double>(ratings - 1) * within / among; }
    };

    /// @param ratings  must outlive this. @param categories  whose numbers the values are, for sets
    Disagreement(const PairableRatings& ratings, AlphaMetric metric,
                 const std::vector<std::string>& categories = {});
    Disagreement(const PairableRatings&&, AlphaMetric, const std::vector<std::string>& = {})
        = delete; // they would be gone

    /// The sums over these units, which may be repeated. Ranks (of the ordinal metric) are those within these
    /// units.
    Sums of(std::span<const std::size_t> units);

    /// The part of `Sums::within` that came from this unit in the last call of of().
    double within(std::size_t unit) const;

    /// Prepares many calls of of(): the ratio metric and that of sets make a table for them. @return  false
    /// when the table would be too large
    bool prepareDraws();

private:
    double among(std::span<const std::size_t> units) const;
    /// Whether the metric is a distance of two values that is no squared difference.
    bool isOfPairs() const { return m_metric == AlphaMetric::Ratio || m_metric == AlphaMetric::Sets; }
    double distance(std::size_t a, std::size_t b) const;
    double withoutTable() const;
    double byTable(std::span<const std::size_t> units) const;
    void placeRanks();

    const PairableRatings& m_ratings;
    AlphaMetric m_metric;
    std::vector<TermSet> m_sets; ///< V, of the sets metric
    std::vector<double> m_places; ///< V: places of the values on the scale whose squared differences are δ²
    std::vector<double> m_counts; ///< V: ratings of the units that of() was last called with
    std::vector<double> m_within; ///< of each unit; empty where it depends on the draw
    std::vector<double>
        m_table; ///< B × B: Σ δ² between the values, or between the units, whichever are fewer
    std::size_t m_bins = 0; ///< B
};

}
