#include "engine/space/t_sne.h"

#include "engine/numbers/row_blocks.h"
#include "engine/space/point_tree.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

namespace engine {

namespace {

constexpr int kEarlyRounds = 250; // in which what attracts is exaggerated, so that groups form
constexpr double kExaggeration = 12.0;
constexpr double kEarlyMomentum = 0.5;
constexpr double kMomentum = 0.8;
constexpr double kLeastRate = 50.0;
constexpr double kTSneWidth = 1e-2;
constexpr std::size_t kPointBlock = 256;

/// Which points attract a point, and how much: compressed rows of a symmetric matrix whose sum is 1.
struct Affinities {
    std::vector<std::size_t> first; ///< N + 1
    std::vector<std::uint32_t> points;
    std::vector<float> weights;
};

/// Probabilities of the neighbours of a point whose entropy is that of `perplexity` equal ones.
std::vector<double> conditional(std::span<const float> distances, double perplexity)
{
    std::vector<double> result(distances.size());
    const double nearest = static_cast<double>(distances.front()) * static_cast<double>(distances.front());
    const double farthest = static_cast<double>(distances.back()) * static_cast<double>(distances.back());
    if (farthest <= nearest) { // all are equally near
        std::fill(result.begin(), result.end(), 1.0 / static_cast<double>(result.size()));
        return result;
    }
    double low = 0;
    double high = std::numeric_limits<double>::infinity();
    double precision = 1 / (farthest - nearest);
    for (int step = 0; step < 200; ++step) {
        double sum = 0;
        double mean = 0;
        for (std::size_t k = 0; k < result.size(); ++k) {
            const double squared
                = static_cast<double>(distances[k]) * static_cast<double>(distances[k]) - nearest;
            result[k] = std::exp(-precision * squared);
            sum += result[k];
            mean += result[k] * squared;
        }
        const double entropy = std::log(sum) + precision * mean / sum;
        for (double& probability : result)
            probability /= sum;
        if (std::abs(entropy - std::log(perplexity)) < 1e-5)
            break;
        (entropy > std::log(perplexity) ? low : high) = precision;
        precision = std::isinf(high) ? precision * 2 : (low + high) / 2;
    }
    return result;
}

Affinities affinities(const NearestNeighbours& neighbours, std::size_t count, double perplexity)
{
    const std::size_t points = neighbours.points.size() / neighbours.count;
    struct Half {
        std::uint64_t key = 0; ///< from and to
        float weight = 0.0F;
    };
    std::vector<Half> halves;
    halves.reserve(points * count * 2);
    for (std::uint64_t i = 0; i < points; ++i) {
        const std::vector<double> weights = conditional(neighbours.distancesOf(i).first(count), perplexity);
        for (std::size_t k = 0; k < count; ++k) {
            const std::uint64_t j = neighbours.of(i)[k];
            const auto half = static_cast<float>(weights[k] / 2 / static_cast<double>(points));
            halves.push_back({i << 32U | j, half});
            halves.push_back({j << 32U | i, half});
        }
    }
    std::sort(halves.begin(), halves.end(), [](const Half& a, const Half& b) {
        return a.key != b.key ? a.key < b.key : a.weight < b.weight;
    });
    Affinities result;
    result.first.assign(points + 1, 0);
    for (std::size_t h = 0; h < halves.size(); ++h) {
        if (h > 0 && halves[h - 1].key == halves[h].key) {
            result.weights.back() += halves[h].weight;
            continue;
        }
        ++result.first[(halves[h].key >> 32U) + 1];
        result.points.push_back(static_cast<std::uint32_t>(halves[h].key));
        result.weights.push_back(halves[h].weight);
    }
    for (std::size_t i = 0; i < points; ++i)
        result.first[i + 1] += result.first[i];
    return result;
}

/// A small cloud of the form of `layout`, in which no two points are at the same place.
void shrink(PointLayout& layout, std::mt19937& random)
{
    std::array<float, 3> widest{};
    for (const auto& point : layout) {
        for (std::size_t axis = 0; axis < 3; ++axis)
            widest.at(axis) = std::max(widest.at(axis), std::abs(point.at(axis)));
    }
    const float scale = static_cast<float>(kTSneWidth) / *std::max_element(widest.begin(), widest.end());
    for (auto& point : layout) {
        for (std::size_t axis = 0; axis < 3; ++axis) {
            const float noise = static_cast<float>(random() >> 8U) / static_cast<float>(1U << 24U) - 0.5F;
            if (widest.at(axis) > 0)
                point.at(axis) = point.at(axis) * scale + noise * static_cast<float>(kTSneWidth) * 1e-2F;
        }
    }
}

class Descent {
public:
    Descent(PointLayout& layout, const Affinities& affinities)
        : m_layout(layout)
        , m_affinities(affinities)
        , m_attraction(layout.size())
        , m_repulsion(layout.size())
        , m_speed(layout.size())
        , m_gains(layout.size(), {1, 1, 1})
        , m_rate(std::max(kLeastRate, static_cast<double>(layout.size()) / kExaggeration))
    {
    }

    void step(bool isEarly, const RunContext& run)
    {
        const PointTree tree(m_layout);
        inRowBlocks(m_layout.size(), kPointBlock, run, [&](std::size_t first, std::size_t end) {
            for (std::size_t place = first; place < end; ++place) {
                const std::uint32_t i = tree.order()[place];
                m_repulsion[i] = tree.repulsion(m_layout[i]);
                m_attraction[i] = attraction(i);
            }
        });
        double sum = 0;
        for (const PointTree::Repulsion& repulsion : m_repulsion)
            sum += repulsion.sum;
        move(isEarly, std::max(sum, std::numeric_limits<double>::min()));
    }

private:
    std::array<double, 3> attraction(std::size_t i) const
    {
        std::array<double, 3> force{};
        for (std::size_t e = m_affinities.first[i]; e < m_affinities.first[i + 1]; ++e) {
            const auto& other = m_layout[m_affinities.points[e]];
            std::array<float, 3> apart{};
            float squared = 0;
            for (std::size_t axis = 0; axis < 3; ++axis) {
                apart.at(axis) = m_layout[i][axis] - other[axis];
                squared += apart.at(axis) * apart.at(axis);
            }
            const float pull = m_affinities.weights[e] / (1 + squared);
            for (std::size_t axis = 0; axis < 3; ++axis)
                force.at(axis) += static_cast<double>(pull * apart.at(axis));
        }
        return force;
    }

    void move(bool isEarly, double sum)
    {
        const double momentum = isEarly ? kEarlyMomentum : kMomentum;
        const double exaggeration = isEarly ? kExaggeration : 1.0;
        std::array<double, 3> middle{};
        for (std::size_t i = 0; i < m_layout.size(); ++i) {
            for (std::size_t axis = 0; axis < 3; ++axis) {
                const double slope
                    = 4 * (exaggeration * m_attraction[i].at(axis) - m_repulsion[i].force.at(axis) / sum);
                double& speed = m_speed[i].at(axis);
                double& gain = m_gains[i].at(axis);
                gain = std::max(0.01, (slope > 0) == (speed > 0) ? gain * 0.8 : gain + 0.2);
                speed = momentum * speed - m_rate * gain * slope;
                m_layout[i].at(axis) += static_cast<float>(speed);
                middle.at(axis) += static_cast<double>(m_layout[i].at(axis));
            }
        }
        for (auto& point : m_layout) {
            for (std::size_t axis = 0; axis < 3; ++axis)
                point.at(axis) -= static_cast<float>(middle.at(axis) / static_cast<double>(m_layout.size()));
        }
    }

    PointLayout& m_layout;
    const Affinities& m_affinities;
    std::vector<std::array<double, 3>> m_attraction;
    std::vector<PointTree::Repulsion> m_repulsion;
    std::vector<std::array<double, 3>> m_speed;
    std::vector<std::array<double, 3>> m_gains;
    double m_rate;
};

}

PointLayout tSne(const NearestNeighbours& neighbours, PointLayout start, const TSneOptions& options,
                 const RunContext& run)
{
    const std::size_t count = std::min(neighbours.count, neighboursForTSne(options));
    if (count < 3)
        return start; // there is nothing to keep near
    std::mt19937 random(options.seed);
    const Affinities weights
        = affinities(neighbours, count, std::min(options.perplexity, static_cast<double>(count) / 3));
    shrink(start, random);
    Descent descent(start, weights);
    for (int round = 0; round < options.rounds; ++round) {
        run.tick(static_cast<std::size_t>(round), static_cast<std::size_t>(options.rounds));
        descent.step(round < kEarlyRounds, run);
    }
    return start;
}

}
