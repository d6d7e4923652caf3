#include "engine/open_words/bradley_terry.h"

#include "engine/numbers/positive_system.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace engine {

namespace {

constexpr int kMostNewtonSteps = 100;
constexpr double kStill = 1e-10;

double chanceOver(double first, double second)
{
    return 1.0 / (1.0 + std::exp(second - first));
}

struct ComparedPair {
    std::size_t first = 0;
    std::size_t second = 0;
    double firstShare = 0.0;
};

class StrengthFit {
public:
    StrengthFit(std::size_t items, std::vector<ComparedPair> pairs, double spread)
        : m_pairs(std::move(pairs))
        , m_precision(1.0 / (spread * spread))
        , m_strength(items)
        , m_hessian(items * items)
    {
        for (int step = 0; step < kMostNewtonSteps; ++step) {
            const PositiveSolution move = solvePositive(m_hessian, slope());
            double largest = 0.0;
            for (std::size_t i = 0; i < move.x.size(); ++i) {
                m_strength[i] += move.x[i];
                largest = std::max(largest, std::abs(move.x[i]));
            }
            if (largest < kStill)
                break;
        }
        const double mean = std::accumulate(m_strength.begin(), m_strength.end(), 0.0)
            / static_cast<double>(m_strength.size());
        for (double& strength : m_strength)
            strength -= mean;
    }

    const std::vector<double>& strength() const { return m_strength; }
    std::vector<double> covariance() const { return solvePositive(m_hessian, m_strength, true).inverse; }

private:
    /// Also makes the Hessian at the same place.
    std::vector<double> slope()
    {
        const std::size_t size = m_strength.size();
        std::vector<double> slope(size);
        std::ranges::fill(m_hessian, 0.0);
        for (std::size_t i = 0; i < size; ++i) {
            slope[i] = -m_strength[i] * m_precision;
            m_hessian[i * size + i] = m_precision;
        }
        for (const auto& [first, second, share] : m_pairs) {
            const double chance = chanceOver(m_strength[first], m_strength[second]);
            const double weight = chance * (1.0 - chance);
            slope[first] += share - chance;
            slope[second] -= share - chance;
            m_hessian[first * size + first] += weight;
            m_hessian[second * size + second] += weight;
            m_hessian[first * size + second] -= weight;
            m_hessian[second * size + first] -= weight;
        }
        return slope;
    }

    std::vector<ComparedPair> m_pairs;
    double m_precision;
    std::vector<double> m_strength;
    std::vector<double> m_hessian; ///< N × N
};

std::size_t componentsOf(std::size_t items, const std::vector<ComparedPair>& pairs)
{
    std::vector<std::size_t> root(items);
    std::iota(root.begin(), root.end(), 0);
    const auto rootOf = [&](std::size_t item) {
        while (root[item] != item)
            item = root[item] = root[root[item]];
        return item;
    };
    std::size_t components = items;
    for (const ComparedPair& pair : pairs) {
        const std::size_t first = rootOf(pair.first);
        const std::size_t second = rootOf(pair.second);
        components -= first != second ? 1 : 0;
        root[first] = second;
    }
    return components;
}

}

double deviationFromMean(const PreferenceRanks& ranks, std::size_t item)
{
    const std::size_t size = ranks.items.size();
    if (ranks.covariance.empty())
        return 0.0;
    double own = 0.0, all = 0.0;
    for (std::size_t i = 0; i < size; ++i) {
        own += ranks.covariance[item * size + i];
        for (std::size_t j = 0; j < size; ++j)
            all += ranks.covariance[i * size + j];
    }
    const auto count = static_cast<double>(size);
    return std::sqrt(
        std::max(0.0, ranks.covariance[item * size + item] - 2.0 * own / count + all / (count * count)));
}

PreferenceRanks preferenceRanks(const std::vector<std::string>& items, const std::vector<Preference>& answers,
                                double spread)
{
    PreferenceRanks ranks;
    std::map<std::string, std::size_t> places;
    const auto placeOf = [&](const std::string& name) {
        const auto [place, isNew] = places.try_emplace(name, places.size());
        if (isNew)
            ranks.items.push_back({name});
        return place->second;
    };
    for (const std::string& name : items)
        placeOf(name);
    std::vector<ComparedPair> pairs;
    for (const Preference& answer : answers) {
        const std::size_t first = placeOf(answer.first);
        pairs.push_back({first, placeOf(answer.second), answer.firstShare});
    }
    ranks.components = componentsOf(ranks.items.size(), pairs);
    if (pairs.empty()) {
        ranks.undefined = {"Nobody compared anything."};
        return ranks;
    }
    const StrengthFit fit(ranks.items.size(), std::move(pairs), spread);
    ranks.covariance = fit.covariance();
    for (std::size_t i = 0; i < ranks.items.size(); ++i) {
        ranks.items[i].strength = fit.strength()[i];
        ranks.items[i].deviation = std::sqrt(ranks.covariance[i * ranks.items.size() + i]);
    }
    return ranks;
}

std::optional<std::pair<std::size_t, std::size_t>>
nextPair(const PreferenceRanks& ranks, const std::vector<std::pair<std::size_t, std::size_t>>& pairs)
{
    const std::size_t size = ranks.items.size();
    std::optional<std::pair<std::size_t, std::size_t>> best;
    double most = -1.0;
    for (const auto& [i, j] : pairs) {
        const double chance = chanceOver(ranks.items[i].strength, ranks.items[j].strength);
        const double variance = ranks.covariance.empty() ? 1.0
                                                         : ranks.covariance[i * size + i]
                + ranks.covariance[j * size + j] - 2.0 * ranks.covariance[i * size + j];
        if (const double gain = chance * (1.0 - chance) * variance; gain > most) {
            most = gain;
            best = {i, j};
        }
    }
    return best;
}

std::optional<std::pair<std::size_t, std::size_t>> nextPair(const PreferenceRanks& ranks)
{
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (std::size_t i = 0; i < ranks.items.size(); ++i) {
        for (std::size_t j = i + 1; j < ranks.items.size(); ++j)
            pairs.emplace_back(i, j);
    }
    return nextPair(ranks, pairs);
}

}
