#include "engine/numbers/nearest_neighbours.h"

#include "engine/numbers/row_blocks.h"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <utility>

namespace engine {

namespace {

constexpr std::size_t kRows = 128; // of which the neighbours are looked for …
constexpr std::size_t kOthers = 1024; // … among so many at once: their products stay in the cache

using Rows = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using Near = std::pair<float, std::uint32_t>; // squared distance and point

/// The k nearest that were offered, as a heap whose top is the farthest.
class NearestSoFar {
public:
    explicit NearestSoFar(std::size_t count) : m_count(count) { m_heap.reserve(count + 1); }

    void offer(float squared, std::uint32_t point)
    {
        if (m_heap.size() == m_count && !(squared < m_heap.front().first))
            return;
        m_heap.emplace_back(squared, point);
        std::push_heap(m_heap.begin(), m_heap.end());
        if (m_heap.size() > m_count) {
            std::pop_heap(m_heap.begin(), m_heap.end());
            m_heap.pop_back();
        }
    }
    std::vector<Near>& found() { return m_heap; }

private:
    std::size_t m_count;
    std::vector<Near> m_heap;
};

float squaredDistance(std::span<const float> a, std::span<const float> b)
{
    double sum = 0;
    for (std::size_t d = 0; d < a.size(); ++d) {
        const double apart = static_cast<double>(a[d]) - static_cast<double>(b[d]);
        sum += apart * apart;
    }
    return static_cast<float>(sum);
}

/// The neighbours of the rows from `first` to `end`.
void findBlock(MatrixView rows, const Eigen::VectorXf& squares, std::size_t first, std::size_t end,
               NearestNeighbours& result)
{
    const auto width = static_cast<Eigen::Index>(rows.columns);
    const Eigen::Map<const Rows> all(rows.values.data(), static_cast<Eigen::Index>(rows.rows), width);
    const auto size = static_cast<Eigen::Index>(end - first);
    std::vector<NearestSoFar> nearest(end - first, NearestSoFar(result.count));
    Rows products;
    for (std::size_t other = 0; other < rows.rows; other += kOthers) {
        const auto others = static_cast<Eigen::Index>(std::min(kOthers, rows.rows - other));
        products.noalias() = all.middleRows(static_cast<Eigen::Index>(first), size)
            * all.middleRows(static_cast<Eigen::Index>(other), others).transpose();
        for (Eigen::Index i = 0; i < size; ++i) {
            const float own = squares[static_cast<Eigen::Index>(first) + i];
            for (Eigen::Index j = 0; j < others; ++j) {
                const std::size_t point = other + static_cast<std::size_t>(j);
                if (point != first + static_cast<std::size_t>(i))
                    nearest[static_cast<std::size_t>(i)].offer(own + squares[static_cast<Eigen::Index>(point)]
                                                                   - 2 * products(i, j),
                                                               static_cast<std::uint32_t>(point));
            }
        }
    }
    for (std::size_t i = first; i < end; ++i) {
        std::vector<Near>& found = nearest[i - first].found();
        for (auto& [squared, point] : found) // as exact as the rows are
            squared = squaredDistance(rows.row(i), rows.row(point));
        std::sort(found.begin(), found.end());
        for (std::size_t k = 0; k < found.size(); ++k) {
            result.points[i * result.count + k] = found[k].second;
            result.distances[i * result.count + k] = std::sqrt(found[k].first);
        }
    }
}

}

NearestNeighbours nearestNeighbours(MatrixView rows, std::size_t count, const RunContext& run)
{
    NearestNeighbours result;
    result.count = std::min(count, rows.rows > 0 ? rows.rows - 1 : 0);
    result.points.resize(rows.rows * result.count);
    result.distances.resize(rows.rows * result.count);
    if (result.count == 0)
        return result;
    const Eigen::Map<const Rows> all(rows.values.data(), static_cast<Eigen::Index>(rows.rows),
                                     static_cast<Eigen::Index>(rows.columns));
    const Eigen::VectorXf squares = all.rowwise().squaredNorm();
    std::atomic<std::size_t> done = 0;
    const std::thread::id caller = std::this_thread::get_id();
    inRowBlocks(rows.rows, kRows, run, [&](std::size_t first, std::size_t end) {
        findBlock(rows, squares, first, end, result);
        done += end - first;
        if (std::this_thread::get_id() == caller && run.progress)
            run.progress(static_cast<double>(done) / static_cast<double>(rows.rows));
    });
    return result;
}

}
