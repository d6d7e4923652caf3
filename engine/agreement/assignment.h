#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace engine {

/// How much it is worth to assign this column to a row; > 0.
struct Worth {
    std::size_t column = 0;
    double weight = 0.0;
};

/// Assigns rows to columns, one to one, so that the sum of the weights is as large as possible. Rows and
/// columns may stay unassigned.
///
/// The Hungarian method (Kuhn, Naval Research Logistics 1955) by shortest augmenting paths over the listed
/// pairs only (Jonker & Volgenant, Computing 1987): with a few columns per row, the time grows little faster
/// than the number of pairs.
///
/// @param rows  R lists of columns < `columns`
/// @return      R: the column of each row
std::vector<std::optional<std::size_t>> assignByWorth(const std::vector<std::vector<Worth>>& rows,
                                                      std::size_t columns);

}
