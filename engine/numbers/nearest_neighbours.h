#pragma once

#include "engine/core/matrix_view.h"
#include "engine/core/run_context.h"

#include <cstdint>
#include <span>
#include <vector>

namespace engine {

/// The k points nearest to each of N points.
struct NearestNeighbours {
    std::size_t count = 0; ///< k
    std::vector<std::uint32_t> points; ///< N × k, the nearest first; of equally near ones the earlier
    std::vector<float> distances; ///< N × k, Euclidean

    std::span<const std::uint32_t> of(std::size_t point) const
    {
        return std::span(points).subspan(point * count, count);
    }
    std::span<const float> distancesOf(std::size_t point) const
    {
        return std::span(distances).subspan(point * count, count);
    }
};

/// Finds them exactly: O(N² D) time, on several processors.
/// @param rows   N × D, finite; precise when their means are near 0.
/// @param count  the most neighbours; a point has N − 1.
/// @throws Cancelled.
NearestNeighbours nearestNeighbours(MatrixView rows, std::size_t count, const RunContext& run = {});

}
