#include "engine/synchrony/warping.h"

#include "engine/core/same_length.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

namespace engine {

namespace {

constexpr double kNoWay = std::numeric_limits<double>::infinity();

enum class WarpStep : std::uint8_t { Both, First, Second };

/// What lies within the band, row by row of the first series.
class WarpBand {
public:
    WarpBand(std::size_t rows, std::size_t columns, double band)
    {
        for (std::size_t i = 0; i < rows; ++i) {
            const double centre = rows > 1
                ? static_cast<double>(i) * static_cast<double>(columns - 1) / static_cast<double>(rows - 1)
                : 0.0;
            const double low = std::max(std::ceil(centre - band - 1e-9), 0.0);
            const double high = std::min(std::floor(centre + band + 1e-9), static_cast<double>(columns - 1));
            m_rows.push_back({m_cells, static_cast<std::size_t>(std::max(low, 0.0)), 0});
            if (high >= low)
                m_rows.back().count = static_cast<std::size_t>(high - low) + 1;
            m_cells += m_rows.back().count;
        }
        m_costs.assign(m_cells, kNoWay);
        m_steps.assign(m_cells, WarpStep::Both);
    }
    std::size_t firstOf(std::size_t i) const { return m_rows[i].first; }
    std::size_t endOf(std::size_t i) const { return m_rows[i].first + m_rows[i].count; }
    bool contains(std::size_t i, std::size_t j) const { return j >= firstOf(i) && j < endOf(i); }
    double cost(std::size_t i, std::size_t j) const { return contains(i, j) ? m_costs[place(i, j)] : kNoWay; }
    WarpStep step(std::size_t i, std::size_t j) const { return m_steps[place(i, j)]; }
    void take(std::size_t i, std::size_t j, double cost, WarpStep step)
    {
        m_costs[place(i, j)] = cost;
        m_steps[place(i, j)] = step;
    }

private:
    struct Row {
        std::size_t begin;
        std::size_t first;
        std::size_t count;
    };
    std::size_t place(std::size_t i, std::size_t j) const { return m_rows[i].begin + j - m_rows[i].first; }

    std::vector<Row> m_rows;
    std::size_t m_cells = 0;
    std::vector<double> m_costs;
    std::vector<WarpStep> m_steps;
};

double squaredDistance(const PointSeries& a, std::size_t i, const PointSeries& b, std::size_t j)
{
    double sum = 0.0;
    for (std::size_t k = 0; k < a.dimensions; ++k) {
        const double apart = a.values[i * a.dimensions + k] - b.values[j * b.dimensions + k];
        sum += apart * apart;
    }
    return sum;
}

void takeCheapest(WarpBand& band, std::size_t i, std::size_t j, double distance)
{
    if (i == 0 && j == 0)
        return band.take(0, 0, 2.0 * distance, WarpStep::Both);
    double cost = i > 0 && j > 0 ? band.cost(i - 1, j - 1) + 2.0 * distance : kNoWay;
    WarpStep step = WarpStep::Both;
    if (const double first = i > 0 ? band.cost(i - 1, j) + distance : kNoWay; first < cost) {
        cost = first;
        step = WarpStep::First;
    }
    if (const double second = j > 0 ? band.cost(i, j - 1) + distance : kNoWay; second < cost) {
        cost = second;
        step = WarpStep::Second;
    }
    band.take(i, j, cost, step);
}

bool isAllKnown(const PointSeries& series)
{
    return std::ranges::all_of(series.values, [](double value) { return std::isfinite(value); });
}

}

std::optional<Warping> warpingOf(const PointSeries& first, const PointSeries& second, double band)
{
    requireSameLength("dimensions of the second series", second.dimensions, first.dimensions);
    const std::size_t n = first.size(), m = second.size();
    if (n == 0 || m == 0 || !isAllKnown(first) || !isAllKnown(second) || !(band >= 0.0))
        return std::nullopt;
    WarpBand ways(n, m, band);
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = ways.firstOf(i); j < ways.endOf(i); ++j)
            takeCheapest(ways, i, j, squaredDistance(first, i, second, j));
    }
    const double cost = ways.cost(n - 1, m - 1);
    if (!std::isfinite(cost))
        return std::nullopt;
    Warping found{cost / static_cast<double>(n + m), {{n - 1, m - 1}}, 0.0};
    for (auto [i, j] = found.path.front(); i > 0 || j > 0;) {
        const WarpStep step = ways.step(i, j);
        i -= step == WarpStep::Second ? 0 : 1;
        j -= step == WarpStep::First ? 0 : 1;
        found.path.emplace_back(i, j);
    }
    std::ranges::reverse(found.path);
    for (const auto& [i, j] : found.path)
        found.meanLag += static_cast<double>(j) - static_cast<double>(i);
    found.meanLag /= static_cast<double>(found.path.size());
    return found;
}

}
