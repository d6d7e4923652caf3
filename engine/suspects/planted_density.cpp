#include "engine/suspects/planted_density.h"

#include "engine/core/same_length.h"

#include <algorithm>
#include <cmath>

namespace engine {

PlantedDensity::PlantedDensity(std::span<const double> places, std::span<const double> weights,
                               std::size_t segments)
    : m_segments(segments)
{
    requireSameLength("weights of places", weights.size(), places.size());
    constexpr double leastPart = 0.01, leastSegments = 8.0;
    constexpr int parts = 19;
    const double first = std::min(0.5, std::max(leastPart, leastSegments / static_cast<double>(segments)));
    m_edges.push_back(0.0);
    for (int part = 0; part <= parts; ++part)
        m_edges.push_back(std::pow(first, 1.0 - static_cast<double>(part) / parts));
    std::vector<double> sums(m_edges.size() - 1, 0.0);
    double all = 0.0;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto above = std::ranges::upper_bound(m_edges, std::min(places[i], 1.0 - 1e-12));
        sums[static_cast<std::size_t>(above - m_edges.begin()) - 1] += weights[i];
        all += weights[i];
    }
    for (double& sum : sums)
        sum /= std::max(all, 1e-300);
    flatten(sums);
}

double PlantedDensity::at(double place) const
{
    double before = 0.0, value = m_values.front(); // the middle of the part before, and its value
    for (std::size_t part = 0; part < m_values.size(); ++part) {
        const double middle = 0.5 * (m_edges[part] + m_edges[part + 1]);
        if (place < middle)
            return value + (m_values[part] - value) * (place - before) / (middle - before);
        before = middle;
        value = m_values[part];
    }
    return value;
}

double PlantedDensity::most() const
{
    const double least = std::max(0.02, 15.0 / static_cast<double>(m_segments));
    double most = 1.0, sum = 0.0;
    for (std::size_t part = 0; part < m_values.size(); ++part) {
        sum += m_values[part] * (m_edges[part + 1] - m_edges[part]);
        if (m_edges[part + 1] >= least)
            most = std::min(most, m_edges[part + 1] / std::max(sum, 1e-300));
    }
    return most;
}

/// The nearest values that do not rise: neighbours that do are pooled.
void PlantedDensity::flatten(const std::vector<double>& sums)
{
    struct Pool {
        double value, width;
        std::size_t parts;
    };
    std::vector<Pool> pools;
    for (std::size_t part = 0; part < sums.size(); ++part) {
        const double width = m_edges[part + 1] - m_edges[part];
        pools.push_back({sums[part] / width, width, 1});
        while (pools.size() > 1 && pools[pools.size() - 2].value < pools.back().value) {
            const Pool last = pools.back();
            pools.pop_back();
            Pool& into = pools.back();
            into.value = (into.value * into.width + last.value * last.width) / (into.width + last.width);
            into.width += last.width;
            into.parts += last.parts;
        }
    }
    for (const Pool& pool : pools)
        m_values.insert(m_values.end(), pool.parts, pool.value);
}

}
