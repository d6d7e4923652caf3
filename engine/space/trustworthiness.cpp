#include "engine/space/trustworthiness.h"

#include "engine/numbers/row_blocks.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace engine {

namespace {

template <typename A, typename B>
double apartSquared(const A& a, const B& b)
{
    double sum = 0;
    for (std::size_t d = 0; d < a.size(); ++d) {
        const double apart = static_cast<double>(a[d]) - static_cast<double>(b[d]);
        sum += apart * apart;
    }
    return sum;
}

/// By how many ranks the k points nearest to one in the layout are too far away, added up.
double intrusion(MatrixView rows, const PointLayout& layout, std::size_t point, std::size_t count)
{
    std::vector<double> truly(rows.rows);
    std::vector<double> shown(rows.rows);
    for (std::size_t i = 0; i < rows.rows; ++i) {
        truly[i] = apartSquared(rows.row(point), rows.row(i));
        shown[i] = apartSquared(layout[point], layout[i]);
    }
    truly[point] = shown[point] = -1; // before all others
    std::vector<std::size_t> nearest(rows.rows);
    std::iota(nearest.begin(), nearest.end(), 0U);
    std::partial_sort(
        nearest.begin(), nearest.begin() + static_cast<std::ptrdiff_t>(count) + 1, nearest.end(),
        [&](std::size_t a, std::size_t b) { return std::pair(shown[a], a) < std::pair(shown[b], b); });
    double sum = 0;
    for (std::size_t k = 1; k <= count; ++k) {
        const double own = truly[nearest[k]];
        const auto rank
            = std::count_if(truly.begin(), truly.end(), [&](double other) { return other < own; });
        sum += std::max(0.0, static_cast<double>(rank) - static_cast<double>(count));
    }
    return sum;
}

}

double trustworthiness(MatrixView rows, const PointLayout& layout, std::size_t count, std::size_t most,
                       const RunContext& run)
{
    const std::size_t points = rows.rows;
    if (count == 0 || points < 2 * count + 2)
        return 1.0;
    const std::size_t looked = std::min(most, points);
    std::vector<double> intrusions(looked);
    inRowBlocks(looked, 1, run, [&](std::size_t first, std::size_t) {
        intrusions[first] = intrusion(rows, layout, first * points / looked, count);
    });
    const double sum = std::accumulate(intrusions.begin(), intrusions.end(), 0.0);
    const auto n = static_cast<double>(points);
    const auto k = static_cast<double>(count);
    return 1 - 2 / (static_cast<double>(looked) * k * (2 * n - 3 * k - 1)) * sum;
}

}
