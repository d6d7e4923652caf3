#pragma once

#include <cstdint>

namespace engine::blocks {

// Products of matrices of a few rows, for which the call of a library costs more than the work (measured in
// head_products.h).

/// A matrix in memory; strides in floats.
struct SmallMatrix {
    const float* data;
    std::int64_t rows, columns;
    std::int64_t rowStride, columnStride;

    SmallMatrix transposed() const { return {data, columns, rows, columnStride, rowStride}; }
};

/// How many floats multiply() needs as working memory.
std::int64_t scratchSize(std::int64_t depth, std::int64_t columns);

/// C ← scale · A · B.
///
/// @param c        rows of A × columns of B, `stride` floats from row to row.
/// @param scratch  scratchSize(rows of B, columns of B).
void multiply(const SmallMatrix& a, const SmallMatrix& b, float scale, float* c, std::int64_t stride,
              float* scratch);

}
