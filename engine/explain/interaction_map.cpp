#include "engine/explain/interaction_map.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

namespace engine {

namespace {

constexpr std::array singles{coalitionOf(Modality::Text), coalitionOf(Modality::Acoustic),
                             coalitionOf(Modality::Visual)};

bool isSubset(Coalition part, Coalition whole)
{
    return (part & ~whole) == 0;
}

double signOf(double value)
{
    return value < 0.0 ? -1.0 : 1.0;
}

}

std::string lettersOf(Coalition coalition)
{
    constexpr std::array letters{'t', 'a', 'v'};
    std::string text;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        if (contains(coalition, allModalities[i]))
            text += letters[i];
    }
    return text;
}

std::string_view name(InteractionClass interactionClass)
{
    constexpr std::array<std::string_view, allInteractionClasses.size()> names{
        "flat", "emergent", "conflict", "dominance", "redundant", "complement"};
    return names[static_cast<std::size_t>(interactionClass)];
}

InteractionMap::InteractionMap(const std::array<double, kCoalitions>& values) : m_values(values)
{
    for (Coalition whole = 0; whole < kCoalitions; ++whole) {
        for (Coalition part = 0; part < kCoalitions; ++part) {
            if (isSubset(part, whole))
                m_terms[whole] += (std::popcount(whole ^ part) % 2 == 0 ? 1.0 : -1.0) * values[part];
        }
    }
}

double InteractionMap::size() const
{
    return std::accumulate(m_terms.begin() + 1, m_terms.end(), 0.0,
                           [](double sum, double term) { return sum + std::abs(term); });
}

double InteractionMap::error() const
{
    return std::abs(std::accumulate(m_terms.begin() + 1, m_terms.end(), 0.0) - total());
}

double InteractionMap::shapley(Modality modality) const
{
    double value = 0.0;
    for (Coalition coalition = 1; coalition < kCoalitions; ++coalition) {
        if (contains(coalition, modality))
            value += m_terms[coalition] / std::popcount(coalition);
    }
    return value;
}

double InteractionMap::pairIndex(Coalition pair) const
{
    return m_terms[pair] + m_terms[kEverything] / 2.0;
}

std::array<double, allModalities.size()> InteractionMap::shares() const
{
    std::array<double, allModalities.size()> shares{};
    double sum = 0.0;
    for (std::size_t i = 0; i < shares.size(); ++i)
        sum += shares[i] = std::abs(shapley(allModalities[i]));
    for (double& share : shares)
        share = sum > 0.0 ? share / sum : 1.0 / static_cast<double>(shares.size());
    return shares;
}

InteractionMap::Verdict InteractionMap::verdict(double range, const InteractionBounds& bounds) const
{
    const double size = this->size();
    if (size <= 0.0 || size < bounds.flat * range)
        return {};
    const auto isAtLeast = [&](double value, double share) { return value >= share * size; };
    const auto largestFirst = [&](std::vector<Coalition> coalitions) {
        std::ranges::stable_sort(coalitions, std::greater(),
                                 [&](Coalition one) { return std::abs(m_terms[one]); });
        return coalitions;
    };
    const auto singlesOfSign = [&](double sign, double share) {
        std::vector<Coalition> found;
        for (const Coalition single : singles) {
            if (sign * m_terms[single] > 0.0 && isAtLeast(std::abs(m_terms[single]), share))
                found.push_back(single);
        }
        return largestFirst(found);
    };

    double together = 0.0, alone = 0.0;
    std::vector<Coalition> joint;
    for (Coalition coalition = 1; coalition < kCoalitions; ++coalition) {
        if (std::has_single_bit(coalition)) {
            alone += std::abs(m_terms[coalition]);
            continue;
        }
        together += m_terms[coalition];
        if (m_terms[coalition] != 0.0)
            joint.push_back(coalition);
    }
    if (isAtLeast(size - alone, bounds.emergent))
        return {InteractionClass::Emergent, largestFirst(joint)};

    const std::vector<Coalition> up = singlesOfSign(1.0, bounds.conflict);
    const std::vector<Coalition> down = singlesOfSign(-1.0, bounds.conflict);
    if (!up.empty() && !down.empty())
        return {InteractionClass::Conflict, largestFirst({up.front(), down.front()})};

    const std::vector<Coalition> ordered = largestFirst({singles.begin(), singles.end()});
    if (isAtLeast(std::abs(m_terms[ordered.front()]), bounds.dominance))
        return {InteractionClass::Dominance, {ordered.front()}};

    const double sign = signOf(total());
    const std::vector<Coalition> agreeing = singlesOfSign(sign, bounds.redundantSingle);
    if (agreeing.size() >= 2 && isAtLeast(-sign * together, bounds.redundantOverlap))
        return {InteractionClass::Redundant, agreeing};

    std::vector<Coalition> parts;
    for (const Coalition single : ordered) {
        if (m_terms[single] != 0.0)
            parts.push_back(single);
    }
    return {InteractionClass::Complement, parts};
}

}
