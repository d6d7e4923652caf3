#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace engine {

/// What it is worth to give this column to a row; > 0.
struct Worth {
    std::size_t column = 0;
    double weight = 0.0;
};

/// Gives rows and columns to each other, one to one, such that the sum of the weights is as large as it can
/// be. Rows and columns may stay alone.
///
/// The Hungarian method (Kuhn, Naval Research Logistics 1955) by shortest augmenting paths over what the rows
/// can have only (Jonker & Volgenant, Computing 1987): where each row can have a few columns it takes little
/// more than their number.
///
/// @param rows  R lists of columns < `columns`
/// @return      R: the column of each row
std::vector<std::optional<std::size_t>> assignByWorth(const std::vector<std::vector<Worth>>& rows,
                                                      std::size_t columns);

}
