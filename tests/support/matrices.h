#pragma once

#include "engine/core/feature_matrix.h"

/// Small matrices that tests build in memory.
namespace engine::test {

/// @param values  row after row
inline FeatureMatrix matrix(std::size_t rows, std::size_t columns, std::vector<float> values)
{
    FeatureMatrix result(rows, columns);
    result.values = std::move(values);
    return result;
}

}
