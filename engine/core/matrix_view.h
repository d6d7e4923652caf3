#pragma once

#include "engine/core/feature_matrix.h"
#include "engine/core/same_length.h"

namespace engine {

/// N × D numbers that lie elsewhere, row after row: a FeatureMatrix, or memory of another program. For
/// functions that only read; what is looked at must outlive the view.
struct MatrixView {
    std::size_t rows = 0;
    std::size_t columns = 0;
    std::span<const float> values;

    MatrixView() = default;
    /// @throws ShapeError (`row_mismatch`) unless there are rows × columns values.
    MatrixView(std::span<const float> numbers, std::size_t rowCount, std::size_t columnCount)
        : rows(rowCount)
        , columns(columnCount)
        , values(numbers)
    {
        requireSameLength("values of a matrix", numbers.size(), rowCount * columnCount);
    }
    MatrixView(const FeatureMatrix& matrix) // NOLINT: a matrix may stand where it is read only
        : MatrixView(matrix.values, matrix.rows, matrix.columns)
    {
    }

    float at(std::size_t row, std::size_t column) const { return values[row * columns + column]; }
    std::span<const float> row(std::size_t index) const { return values.subspan(index * columns, columns); }
};

}
