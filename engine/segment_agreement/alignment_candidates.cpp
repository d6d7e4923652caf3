#include "engine/segment_agreement/alignment_candidates.h"

#include "engine/segment_agreement/near_units.h"

#include <algorithm>

namespace engine {

namespace {

constexpr double kRounding = 1e-12;
constexpr std::size_t kMostSteps = 200'000; // of a growth from one unit
constexpr std::size_t kMostSplitUnits = 12; // of which all splits are compared

/// Grows alignments from one unit.
///
/// With P pairs of raters, k units cost 1 + Σ (d − 1) / P. So what is united in a best alignment costs less
/// than any split of the alignment in two where Σ d between both parts < P + |A| |B|; a single unit's
/// distances to the others, which only grow with more units, are less than P + R − 1.
class CandidateGrowth {
public:
    CandidateGrowth(const std::vector<PlacedUnit>& units, std::size_t raters, const UnitDistance& distance,
                    std::vector<UnitaryAlignment>& found)
        : m_units(units)
        , m_raters(raters)
        , m_pairs(static_cast<double>(raters * (raters - 1)) / 2.0)
        , m_distance(distance)
        , m_found(found)
        , m_apart(raters * raters)
        , m_sums(raters)
    {
    }

    /// @param pool  what may be added, by index. @return  false: there was too much to try
    bool grow(std::uint32_t first, const std::vector<NearUnit>& pool)
    {
        m_steps = 0;
        m_members = {first};
        m_sums[0] = 0.0;
        m_found.assign(1, UnitaryAlignment{m_members, 1.0});
        return addFrom(pool, 0, 0.0);
    }

    static double bound(std::size_t raters)
    {
        return static_cast<double>(raters * (raters - 1)) / 2.0 + static_cast<double>(raters) - 1.0;
    }

private:
    bool addFrom(const std::vector<NearUnit>& pool, std::size_t from, double sum)
    {
        const std::size_t size = m_members.size();
        if (size == m_raters)
            return true;
        for (std::size_t at = from; at < pool.size(); ++at) {
            if (++m_steps > kMostSteps)
                return false;
            const std::uint32_t unit = pool[at].index;
            if (isRaterIn(m_units[unit].rater))
                continue;
            const double more = apartOf(unit, pool[at].distance);
            if (more < 0.0 || sum + more >= static_cast<double>(m_raters) * m_pairs)
                continue;
            for (std::size_t i = 0; i < size; ++i)
                m_sums[i] += m_apart[size * m_raters + i];
            m_sums[size] = more;
            m_members.push_back(unit);
            keep(sum + more);
            const bool isWhole = addFrom(pool, at + 1, sum + more);
            m_members.pop_back();
            for (std::size_t i = 0; i < size; ++i)
                m_sums[i] -= m_apart[size * m_raters + i];
            if (!isWhole)
                return false;
        }
        return true;
    }

    bool isRaterIn(std::uint32_t rater) const
    {
        return std::ranges::any_of(m_members,
                                   [&](std::uint32_t member) { return m_units[member].rater == rater; });
    }

    /// The sum of the distances to all members; < 0: one of them would be better alone.
    double apartOf(std::uint32_t unit, double toFirst)
    {
        const std::size_t size = m_members.size();
        double* apart = &m_apart[size * m_raters];
        double sum = 0.0;
        for (std::size_t i = 0; i < size; ++i) {
            apart[i] = i == 0 ? toFirst : m_distance(m_units[m_members[i]], m_units[unit]);
            sum += apart[i];
            if (sum >= bound(m_raters) || m_sums[i] + apart[i] >= bound(m_raters))
                return -1.0;
        }
        return sum;
    }

    void keep(double sum)
    {
        const auto size = static_cast<double>(m_members.size());
        const double cost = 1.0 + (sum - size * (size - 1.0) / 2.0) / m_pairs;
        if (cost < size - kRounding && isBetterThanSplits())
            m_found.push_back({m_members, cost});
    }

    bool isBetterThanSplits() const
    {
        const std::size_t size = m_members.size();
        if (size == 2 || size > kMostSplitUnits)
            return true;
        for (std::size_t part = 1; part < std::size_t{1} << (size - 1); ++part) {
            double between = 0.0; // of pairs with one unit in each part: what the split saves
            for (std::size_t b = 1; b < size; ++b) {
                for (std::size_t a = 0; a < b; ++a) {
                    if ((part >> a & 1U) != (part >> b & 1U))
                        between += m_apart[b * m_raters + a] - 1.0;
                }
            }
            if (1.0 <= between / m_pairs + kRounding)
                return false;
        }
        return true;
    }

    const std::vector<PlacedUnit>& m_units;
    std::size_t m_raters;
    double m_pairs;
    const UnitDistance& m_distance;
    std::vector<UnitaryAlignment>& m_found;
    std::vector<std::uint32_t> m_members;
    std::vector<double> m_apart; ///< R × R: of a member to those before
    std::vector<double> m_sums; ///< of each member's distances to the others
    std::size_t m_steps = 0;
};

/// Of each rater the nearest `most` units.
std::vector<NearUnit> nearestOf(std::vector<NearUnit> pool, const std::vector<PlacedUnit>& units,
                                std::size_t raters, std::size_t most)
{
    std::ranges::sort(pool, {}, &NearUnit::distance);
    std::vector<std::size_t> taken(raters);
    std::erase_if(pool, [&](const NearUnit& unit) { return ++taken[units[unit.index].rater] > most; });
    std::ranges::sort(pool, {}, &NearUnit::index);
    return pool;
}

}

AlignmentCandidates alignmentCandidates(const std::vector<PlacedUnit>& units, std::size_t raters,
                                        const UnitDistance& distance)
{
    AlignmentCandidates candidates;
    candidates.byFirst.resize(units.size());
    const auto near = nearUnits(units, distance, CandidateGrowth::bound(raters));
    for (std::uint32_t i = 0; i < units.size(); ++i) {
        CandidateGrowth growth(units, raters, distance, candidates.byFirst[i]);
        bool isWhole = growth.grow(i, near[i]);
        for (std::size_t most = 8; !isWhole && most > 0; most /= 2) {
            candidates.isComplete = false;
            isWhole = growth.grow(i, nearestOf(near[i], units, raters, most));
        } // the last may end early: what was found until then is used
    }
    return candidates;
}

}
