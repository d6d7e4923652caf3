#include "engine/models/blocks/small_products.h"

#include "engine/core/processors.h"
#include "engine/models/blocks/simd_lanes.h"

#include <algorithm>

namespace engine::blocks {

namespace {

std::int64_t paddedTo(std::int64_t count)
{
    return (count + laneCount - 1) / laneCount * laneCount;
}

}

std::int64_t scratchSize(std::int64_t depth, std::int64_t columns)
{
    return depth * paddedTo(columns);
}

// B goes into rows of whole vectors first; then four rows of A at a time.
FOR_EACH_PROCESSOR
void multiply(const SmallMatrix& a, const SmallMatrix& b, float scale, float* c, std::int64_t stride,
              float* scratch)
{
    const std::int64_t depth = b.rows, padded = paddedTo(b.columns);
    for (std::int64_t k = 0; k < depth; ++k) {
        for (std::int64_t j = 0; j < b.columns; ++j)
            scratch[k * padded + j] = scale * b.data[k * b.rowStride + j * b.columnStride];
        std::fill(scratch + k * padded + b.columns, scratch + (k + 1) * padded, 0.0f);
    }
    constexpr std::int64_t block = 4;
    for (std::int64_t i = 0; i < a.rows; i += block) {
        const float* rows[block];
        for (std::int64_t r = 0; r < block; ++r)
            rows[r] = a.data + std::min(i + r, a.rows - 1) * a.rowStride;
        for (std::int64_t j = 0; j < padded; j += laneCount) {
            Lanes sums[block] = {};
            for (std::int64_t k = 0; k < depth; ++k) {
                const Lanes factor = load(scratch + k * padded + j, laneCount);
                for (std::int64_t r = 0; r < block; ++r)
                    sums[r] += rows[r][k * a.columnStride] * factor;
            }
            for (std::int64_t r = 0; r < std::min(block, a.rows - i); ++r)
                store(sums[r], c + (i + r) * stride + j, std::min(laneCount, b.columns - j));
        }
    }
}

}
