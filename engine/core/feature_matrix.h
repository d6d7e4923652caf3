#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace engine {

/// Dense features in memory: N rows (one per interval) × D columns (dimensions), float32, row after row.
struct FeatureMatrix {
    std::size_t rows = 0;
    std::size_t columns = 0;
    std::vector<float> values;

    FeatureMatrix() = default;
    FeatureMatrix(std::size_t rowCount, std::size_t columnCount)
        : rows(rowCount)
        , columns(columnCount)
        , values(rowCount * columnCount)
    {
    }

    float& at(std::size_t row, std::size_t column) { return values[row * columns + column]; }
    float at(std::size_t row, std::size_t column) const { return values[row * columns + column]; }
    std::span<float> row(std::size_t index) { return std::span(values).subspan(index * columns, columns); }
    std::span<const float> row(std::size_t index) const
    {
        return std::span(values).subspan(index * columns, columns);
    }

    friend bool operator==(const FeatureMatrix&, const FeatureMatrix&) = default;
};

}
