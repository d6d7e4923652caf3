#include "engine/space/umap.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

namespace engine {

namespace {

// 1 / (1 + a d^2b) is near 1 up to distance 0.1, and falls like exp(−d) from there on.
constexpr float kA = 1.576943F;
constexpr float kB = 0.895061F;
constexpr float kFarthestStep = 4.0F;
constexpr int kRepulsions = 5; // random points for each attraction
constexpr float kUmapWidth = 10.0F;
constexpr std::size_t kManyPoints = 10'000;

/// An edge of the graph, with when it pulls next.
struct Edge {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    float weight = 0.0F; ///< 0…1
    float every = 0.0F; ///< rounds
    float next = 0.0F;
};

/// How much each neighbour of a point belongs to it: 1 for the nearest, and log2 k in all.
std::vector<float> memberships(std::span<const float> distances)
{
    const auto nearest = std::find_if(distances.begin(), distances.end(), [](float d) { return d > 0; });
    const float first = nearest == distances.end() ? 0.0F : *nearest;
    const double wanted = std::log2(static_cast<double>(distances.size()));
    double low = 0;
    double high = std::numeric_limits<double>::infinity();
    double width = 1;
    const auto belongs = [&](float distance) {
        const double beyond = static_cast<double>(std::max(0.0F, distance - first));
        return beyond > 0 ? std::exp(-beyond / width) : 1.0;
    };
    for (int step = 0; step < 64; ++step) {
        double sum = 0;
        for (const float distance : distances)
            sum += belongs(distance);
        if (std::abs(sum - wanted) < 1e-5)
            break;
        (sum > wanted ? high : low) = width;
        width = std::isinf(high) ? width * 2 : (low + high) / 2;
    }
    width = std::max(width, 1e-3 * static_cast<double>(distances.back()));
    std::vector<float> result;
    for (const float distance : distances)
        result.push_back(width > 0 ? static_cast<float>(belongs(distance)) : 1.0F);
    return result;
}

/// Both directions of each pair of neighbours, with the probability that at least one of them holds.
std::vector<Edge> fuzzyGraph(const NearestNeighbours& neighbours, std::size_t count)
{
    struct PairHalf {
        std::uint64_t key = 0; ///< from and to
        float own = 0.0F; ///< how much `to` belongs to `from` …
        float other = 0.0F; ///< … and the other way round
    };
    const std::size_t points = neighbours.points.size() / neighbours.count;
    std::vector<PairHalf> halves;
    halves.reserve(points * count * 2);
    for (std::uint64_t i = 0; i < points; ++i) {
        const std::vector<float> weights = memberships(neighbours.distancesOf(i).first(count));
        for (std::size_t k = 0; k < count; ++k) {
            const std::uint64_t j = neighbours.of(i)[k];
            halves.push_back({i << 32U | j, weights[k], 0});
            halves.push_back({j << 32U | i, 0, weights[k]});
        }
    }
    std::sort(halves.begin(), halves.end(),
              [](const PairHalf& a, const PairHalf& b) { return a.key < b.key; });
    std::vector<Edge> edges;
    for (std::size_t h = 0; h < halves.size(); ++h) {
        PairHalf both = halves[h];
        if (h + 1 < halves.size() && halves[h + 1].key == both.key) {
            both.own += halves[h + 1].own;
            both.other += halves[h + 1].other;
            ++h;
        }
        edges.push_back({static_cast<std::uint32_t>(both.key >> 32U), static_cast<std::uint32_t>(both.key),
                         both.own + both.other - both.own * both.other});
    }
    return edges;
}

/// Strong edges pull in every round, weaker ones less often, the weakest never.
void schedule(std::vector<Edge>& edges, int rounds)
{
    float strongest = 0;
    for (const Edge& edge : edges)
        strongest = std::max(strongest, edge.weight);
    std::erase_if(edges,
                  [&](const Edge& edge) { return edge.weight < strongest / static_cast<float>(rounds); });
    for (Edge& edge : edges)
        edge.next = edge.every = strongest / edge.weight;
}

/// As wide as the distances of the graph need, and no two points at the same place.
void spread(PointLayout& layout, std::mt19937& random)
{
    float widest = 0;
    std::array<bool, 3> isUsed{};
    for (const auto& point : layout) {
        for (std::size_t axis = 0; axis < 3; ++axis) {
            widest = std::max(widest, std::abs(point.at(axis)));
            isUsed.at(axis) = isUsed.at(axis) || point.at(axis) != 0;
        }
    }
    for (auto& point : layout) {
        for (std::size_t axis = 0; axis < 3; ++axis) {
            const float noise = static_cast<float>(random() >> 8U) / static_cast<float>(1U << 24U) - 0.5F;
            if (isUsed.at(axis))
                point.at(axis) = point.at(axis) / widest * kUmapWidth + noise * 1e-3F;
        }
    }
}

class Optimiser {
public:
    Optimiser(PointLayout& layout, std::mt19937& random) : m_layout(layout), m_random(random) { }

    void pull(const Edge& edge, float rate)
    {
        const Apart apart(m_layout[edge.from], m_layout[edge.to]);
        if (apart.squared <= 0)
            return;
        const float power = std::pow(apart.squared, kB);
        const float force = -2 * kA * kB * power / apart.squared / (1 + kA * power);
        for (std::size_t axis = 0; axis < 3; ++axis) {
            const float step = rate * limited(force * apart.by.at(axis));
            m_layout[edge.from].at(axis) += step;
            m_layout[edge.to].at(axis) -= step;
        }
    }
    void pushFromOthers(std::size_t point, float rate)
    {
        for (int i = 0; i < kRepulsions; ++i) {
            const Apart apart(m_layout[point], m_layout[m_random() % m_layout.size()]);
            if (apart.squared <= 0)
                continue;
            const float force = 2 * kB / ((0.001F + apart.squared) * (1 + kA * std::pow(apart.squared, kB)));
            for (std::size_t axis = 0; axis < 3; ++axis)
                m_layout[point].at(axis) += rate * limited(force * apart.by.at(axis));
        }
    }

private:
    struct Apart {
        std::array<float, 3> by{};
        float squared = 0;
        Apart(const std::array<float, 3>& a, const std::array<float, 3>& b)
        {
            for (std::size_t axis = 0; axis < 3; ++axis) {
                by.at(axis) = a.at(axis) - b.at(axis);
                squared += by.at(axis) * by.at(axis);
            }
        }
    };
    static float limited(float step) { return std::clamp(step, -kFarthestStep, kFarthestStep); }

    PointLayout& m_layout;
    std::mt19937& m_random;
};

}

PointLayout umap(const NearestNeighbours& neighbours, PointLayout start, const UmapOptions& options,
                 const RunContext& run)
{
    const std::size_t count = std::min(options.neighbours, neighbours.count);
    if (count < 2)
        return start; // there is nothing to keep near
    const int rounds = options.rounds > 0 ? options.rounds : start.size() > kManyPoints ? 200 : 500;
    std::mt19937 random(options.seed);
    std::vector<Edge> edges = fuzzyGraph(neighbours, count);
    schedule(edges, rounds);
    spread(start, random);
    Optimiser optimiser(start, random);
    for (int round = 0; round < rounds; ++round) {
        run.tick(static_cast<std::size_t>(round), static_cast<std::size_t>(rounds));
        const float rate = 1 - static_cast<float>(round) / static_cast<float>(rounds);
        for (Edge& edge : edges) {
            if (edge.next > static_cast<float>(round))
                continue;
            optimiser.pull(edge, rate);
            optimiser.pushFromOthers(edge.from, rate);
            edge.next += edge.every;
        }
    }
    return start;
}

}
