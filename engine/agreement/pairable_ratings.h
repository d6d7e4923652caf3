#pragma once

#include "engine/agreement/rating_table.h"

#include <cstdint>

namespace engine {

/// The ratings of all units that have two or more, one unit after the other. Each rating is stored as a place
/// in the list of the different values.
struct PairableRatings {
    std::vector<double> values; ///< V different ones, ascending
    std::vector<std::uint32_t> codes; ///< N, each < V
    std::vector<std::size_t> starts; ///< of each unit in `codes`, and at last N
    std::vector<std::size_t> rows; ///< of each unit in the table
    std::size_t dropped = 0; ///< units with fewer than two ratings
    std::size_t raters = 0; ///< how many raters gave any of the ratings

    explicit PairableRatings(const RatingTable& table);

    std::size_t units() const { return rows.size(); }
    std::span<const std::uint32_t> unit(std::size_t index) const
    {
        return std::span(codes).subspan(starts[index], starts[index + 1] - starts[index]);
    }
};

}
