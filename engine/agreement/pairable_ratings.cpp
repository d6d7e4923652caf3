#include "engine/agreement/pairable_ratings.h"

#include <algorithm>

namespace engine {

PairableRatings::PairableRatings(const RatingTable& table) : starts{0}
{
    std::vector<double> ratings;
    std::vector<bool> rated(table.raters().size());
    for (std::size_t row = 0; row < table.units().size(); ++row) {
        const std::vector<double> unit = table.valuesOf(row);
        if (unit.size() < 2) {
            ++dropped;
            continue;
        }
        ratings.insert(ratings.end(), unit.begin(), unit.end());
        starts.push_back(ratings.size());
        rows.push_back(row);
        for (std::size_t rater = 0; rater < rated.size(); ++rater)
            rated[rater] = rated[rater] || table.value(row, rater).has_value();
    }
    raters = static_cast<std::size_t>(std::ranges::count(rated, true));
    values = ratings;
    std::ranges::sort(values);
    values.erase(std::unique(values.begin(), values.end()), values.end());
    codes.reserve(ratings.size());
    for (const double rating : ratings)
        codes.push_back(
            static_cast<std::uint32_t>(std::ranges::lower_bound(values, rating) - values.begin()));
}

}
