#include "engine/explain/variant_input.h"

#include "engine/core/same_length.h"

#include <algorithm>
#include <cmath>

namespace engine {

SegmentInput withoutStep(SegmentInput input, std::size_t step)
{
    for (const Modality modality : allModalities) {
        FeatureMatrix& features = input.of(modality);
        if (step >= features.rows)
            continue;
        const auto begin = features.values.begin() + static_cast<std::ptrdiff_t>(step * features.columns);
        features.values.erase(begin, begin + static_cast<std::ptrdiff_t>(features.columns));
        --features.rows;
    }
    return input;
}

FeatureMatrix frozen(FeatureMatrix features)
{
    for (std::size_t column = 0; column < features.columns; ++column) {
        double sum = 0.0;
        std::size_t count = 0;
        for (std::size_t row = 0; row < features.rows; ++row) {
            const float value = features.at(row, column);
            if (std::isfinite(value)) {
                sum += static_cast<double>(value);
                ++count;
            }
        }
        for (std::size_t row = 0; row < features.rows && count > 0; ++row)
            features.at(row, column) = static_cast<float>(sum / static_cast<double>(count));
    }
    return features;
}

std::size_t rowAt(std::size_t step, std::size_t steps, std::size_t rows)
{
    requirePlace("step", step, steps);
    requirePlace("least number of rows", 0, rows);
    return std::min(rows - 1, (2 * step + 1) * rows / (2 * steps));
}

FeatureMatrix resampled(MatrixView features, std::size_t rows)
{
    if (features.rows == 0)
        return {};
    FeatureMatrix result(rows, features.columns);
    for (std::size_t row = 0; row < rows; ++row) {
        const std::size_t from = rowAt(row, rows, features.rows);
        std::copy_n(features.values.begin() + static_cast<std::ptrdiff_t>(from * features.columns),
                    features.columns,
                    result.values.begin() + static_cast<std::ptrdiff_t>(row * features.columns));
    }
    return result;
}

}
