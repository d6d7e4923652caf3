#include "engine/segment_agreement/unit_alignment.h"

#include "engine/agreement/assignment.h"
#include "engine/segment_agreement/alignment_candidates.h"
#include "engine/segment_agreement/near_units.h"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <numeric>

namespace engine {

namespace {

constexpr std::size_t kMostStates = 20'000; // at a step of the walk
constexpr std::size_t kFewStates = 8; // which are not compared with each other
constexpr std::size_t kBeaters = 4; // states that others are compared with
constexpr std::size_t kMostWords = 16; // of 64 units each that a state can look ahead

AlignmentDisorder disorderOfTwo(const std::vector<PlacedUnit>& units, const UnitDistance& distance)
{
    constexpr double apart = 2.0; // what two units cost that stay alone
    std::vector<std::size_t> places(units.size());
    std::array<std::size_t, 2> counts{};
    for (std::size_t i = 0; i < units.size(); ++i)
        places[i] = counts[units[i].rater]++;
    std::vector<std::vector<Worth>> worths(counts[0]);
    const auto near = nearUnits(units, distance, apart);
    for (std::size_t i = 0; i < units.size(); ++i) {
        for (const NearUnit& other : near[i]) {
            const std::size_t first = units[i].rater == 0 ? i : other.index;
            const std::size_t second = units[i].rater == 0 ? other.index : i;
            worths[places[first]].push_back({places[second], apart - other.distance});
        }
    }
    AlignmentDisorder disorder{static_cast<double>(units.size())};
    const auto columns = assignByWorth(worths, counts[1]);
    for (std::size_t row = 0; row < columns.size(); ++row) {
        for (const Worth& worth : worths[row]) {
            if (columns[row] == worth.column)
                disorder.sum -= worth.weight;
        }
    }
    return disorder;
}

/// Units that candidates connect, in order, with what the walk needs of them. A cost is told without the
/// least share that each of its units has in any candidate: what is left is never below 0.
struct ConnectedUnits {
    struct Choice {
        std::vector<std::uint32_t> ahead; ///< of the units: places behind the first
        double cost = 0.0;
    };
    std::vector<std::vector<Choice>> choices; ///< by their first unit
    std::vector<double> adding; ///< the most that a unit costs which is not used up yet
    std::vector<double>
        removing; ///< the most that an alignment costs more without the unit, whatever else goes
    double shares = 0.0; ///< of all units
    std::size_t reach = 0; ///< the farthest place ahead
};

/// A set of units ahead: bit 0 is the next.
template <std::size_t Words>
struct UnitSet {
    std::array<std::uint64_t, Words> words{};

    void insert(std::size_t place) { words[place / 64] |= std::uint64_t{1} << (place % 64); }
    bool hasNext() const { return words[0] & 1U; }
    bool meets(const UnitSet& other) const
    {
        for (std::size_t i = 0; i < Words; ++i) {
            if (words[i] & other.words[i])
                return true;
        }
        return false;
    }
    UnitSet with(const UnitSet& other) const
    {
        UnitSet both;
        for (std::size_t i = 0; i < Words; ++i)
            both.words[i] = words[i] | other.words[i];
        return both;
    }
    UnitSet passed() const
    {
        UnitSet next;
        for (std::size_t i = 0; i < Words; ++i)
            next.words[i] = words[i] >> 1U | (i + 1 < Words ? words[i + 1] << 63U : 0);
        return next;
    }
    std::size_t hash() const
    {
        std::uint64_t mixed = 0;
        for (const std::uint64_t word : words)
            mixed = (mixed ^ word) * 0x9E3779B97F4A7C15U ^ (mixed >> 29U);
        return mixed ^ mixed >> 32U;
    }
    friend bool operator==(const UnitSet&, const UnitSet&) = default;
};

template <std::size_t Words>
class AlignmentWalk {
public:
    explicit AlignmentWalk(const ConnectedUnits& units) : m_units(units) { }

    AlignmentDisorder run()
    {
        AlignmentDisorder disorder;
        std::vector<State> layer{{{}, 0.0}};
        for (std::size_t at = 0; at < m_units.choices.size(); ++at) {
            step(layer, at);
            dropBeaten(at + 1);
            if (m_next.size() > kMostStates) {
                disorder.isExact = false;
                std::ranges::nth_element(m_next, m_next.begin() + kMostStates, {}, &State::cost);
                m_next.resize(kMostStates);
            }
            std::swap(layer, m_next);
        }
        disorder.sum = layer.front().cost + m_units.shares;
        return disorder;
    }

private:
    struct State {
        UnitSet<Words> used;
        double cost = 0.0;
    };

    void step(const std::vector<State>& layer, std::size_t at)
    {
        const auto& choices = m_units.choices[at];
        m_sets.resize(choices.size());
        for (std::size_t i = 0; i < choices.size(); ++i) {
            m_sets[i] = {};
            m_sets[i].insert(0);
            for (const std::uint32_t place : choices[i].ahead)
                m_sets[i].insert(place);
        }
        m_next.clear();
        m_slots.assign(std::bit_ceil(std::max<std::size_t>(64, layer.size() * 4)), 0);
        for (const State& state : layer) {
            if (state.used.hasNext()) {
                offer({state.used.passed(), state.cost});
                continue;
            }
            for (std::size_t i = 0; i < choices.size(); ++i) {
                if (!state.used.meets(m_sets[i]))
                    offer({state.used.with(m_sets[i]).passed(), state.cost + choices[i].cost});
            }
        }
    }

    /// Keeps the cheapest of each set.
    void offer(const State& state)
    {
        std::size_t slot = state.used.hash() & (m_slots.size() - 1);
        for (; m_slots[slot] != 0; slot = (slot + 1) & (m_slots.size() - 1)) {
            State& known = m_next[m_slots[slot] - 1];
            if (known.used == state.used) {
                known.cost = std::min(known.cost, state.cost);
                return;
            }
        }
        m_next.push_back(state);
        m_slots[slot] = static_cast<std::uint32_t>(m_next.size());
        if (m_next.size() * 2 > m_slots.size())
            rehash();
    }

    void rehash()
    {
        m_slots.assign(m_slots.size() * 4, 0);
        for (std::size_t i = 0; i < m_next.size(); ++i) {
            std::size_t slot = m_next[i].used.hash() & (m_slots.size() - 1);
            while (m_slots[slot] != 0)
                slot = (slot + 1) & (m_slots.size() - 1);
            m_slots[slot] = static_cast<std::uint32_t>(i + 1);
        }
    }

    /// Whatever a state is completed by, a cheaper one can be completed by the same without what it has used
    /// already, and with those alone that it has not: at most at these costs.
    bool beats(const State& cheap, const State& state, std::size_t from) const
    {
        double least = cheap.cost;
        for (std::size_t word = 0; word < Words && least <= state.cost; ++word) {
            std::uint64_t differs = cheap.used.words[word] ^ state.used.words[word];
            for (; differs != 0; differs &= differs - 1) {
                const auto bit = static_cast<std::size_t>(std::countr_zero(differs));
                const std::size_t unit = from + word * 64 + bit;
                least += state.used.words[word] >> bit & 1U ? m_units.adding[unit] : m_units.removing[unit];
            }
        }
        return least <= state.cost;
    }

    /// @param from  the unit of bit 0
    void dropBeaten(std::size_t from)
    {
        if (m_next.size() <= kFewStates)
            return;
        for (std::size_t beater = 0; beater < kBeaters && beater + kFewStates < m_next.size(); ++beater) {
            const auto first = m_next.begin() + static_cast<std::ptrdiff_t>(beater);
            std::iter_swap(first, std::ranges::min_element(first, m_next.end(), {}, &State::cost));
            const State cheap = *first;
            const auto beaten = std::remove_if(first + 1, m_next.end(),
                                               [&](const State& state) { return beats(cheap, state, from); });
            m_next.erase(beaten, m_next.end());
        }
    }

    const ConnectedUnits& m_units;
    std::vector<State> m_next;
    std::vector<UnitSet<Words>> m_sets;
    std::vector<std::uint32_t> m_slots; ///< of the hashed sets: 1 + their place in m_next; 0: free
};

template <std::size_t Words>
AlignmentDisorder walkWith(const ConnectedUnits& units)
{
    if constexpr (Words < kMostWords) {
        if (units.reach >= Words * 64)
            return walkWith<Words * 2>(units);
    }
    return AlignmentWalk<Words>(units).run();
}

/// Parts candidates into groups that share no unit.
class ConnectedParts {
public:
    ConnectedParts(const AlignmentCandidates& candidates, const std::vector<PlacedUnit>& units,
                   std::size_t raters, const UnitDistance& distance)
        : m_candidates(candidates)
        , m_units(units)
        , m_pairs(static_cast<double>(raters * (raters - 1)) / 2.0)
        , m_distance(distance)
        , m_group(units.size())
        , m_place(units.size())
        , m_share(units.size(), 1.0)
        , m_removing(units.size(), 0.0)
    {
        std::iota(m_group.begin(), m_group.end(), 0);
        for (const auto& list : candidates.byFirst) {
            for (const UnitaryAlignment& alignment : list)
                note(alignment);
        }
    }

    std::vector<ConnectedUnits> parts(bool& isWhole)
    {
        std::vector<ConnectedUnits> parts;
        std::vector<std::uint32_t> partOf(m_units.size(), std::numeric_limits<std::uint32_t>::max());
        for (std::uint32_t unit = 0; unit < m_units.size(); ++unit) {
            std::uint32_t& part = partOf[rootOf(unit)];
            if (part == std::numeric_limits<std::uint32_t>::max()) {
                part = static_cast<std::uint32_t>(parts.size());
                parts.emplace_back();
            }
            ConnectedUnits& own = parts[part];
            m_place[unit] = static_cast<std::uint32_t>(own.adding.size());
            own.adding.push_back(1.0 - m_share[unit]);
            own.removing.push_back(m_removing[unit] + m_share[unit]);
            own.shares += m_share[unit];
        }
        for (std::uint32_t unit = 0; unit < m_units.size(); ++unit)
            addChoices(parts[partOf[rootOf(unit)]], unit, isWhole);
        return parts;
    }

private:
    std::uint32_t rootOf(std::uint32_t unit)
    {
        while (m_group[unit] != unit)
            unit = m_group[unit] = m_group[m_group[unit]];
        return unit;
    }

    void note(const UnitaryAlignment& alignment)
    {
        for (const std::uint32_t unit : alignment.units) {
            m_group[rootOf(unit)] = rootOf(alignment.units.front());
            m_share[unit]
                = std::min(m_share[unit], alignment.cost / static_cast<double>(alignment.units.size()));
            if (alignment.units.size() == 1)
                continue;
            double more = 0.0;
            for (const std::uint32_t other : alignment.units)
                more += other == unit ? 0.0 : std::max(0.0, 1.0 - m_distance(m_units[unit], m_units[other]));
            m_removing[unit] = std::max(m_removing[unit], more / m_pairs);
        }
    }

    void addChoices(ConnectedUnits& part, std::uint32_t first, bool& isWhole) const
    {
        std::vector<ConnectedUnits::Choice> choices;
        for (const UnitaryAlignment& alignment : m_candidates.byFirst[first]) {
            ConnectedUnits::Choice choice{{}, alignment.cost};
            for (const std::uint32_t unit : alignment.units) {
                choice.cost -= m_share[unit];
                if (unit != first)
                    choice.ahead.push_back(m_place[unit] - m_place[first]);
            }
            const std::size_t farthest = choice.ahead.empty() ? 0 : choice.ahead.back();
            if (farthest >= kMostWords * 64) {
                isWhole = false;
                continue;
            }
            part.reach = std::max(part.reach, farthest);
            choices.push_back(std::move(choice));
        }
        part.choices.push_back(std::move(choices));
    }

    const AlignmentCandidates& m_candidates;
    const std::vector<PlacedUnit>& m_units;
    double m_pairs;
    const UnitDistance& m_distance;
    std::vector<std::uint32_t> m_group; ///< union-find
    std::vector<std::uint32_t> m_place; ///< of each unit in its group
    std::vector<double> m_share;
    std::vector<double> m_removing;
};

}

AlignmentDisorder leastDisorder(std::vector<PlacedUnit> units, std::size_t raters,
                                const UnitDistance& distance)
{
    std::ranges::sort(units);
    if (raters == 2)
        return disorderOfTwo(units, distance);
    const AlignmentCandidates candidates = alignmentCandidates(units, raters, distance);
    AlignmentDisorder disorder{0.0, candidates.isComplete};
    for (const ConnectedUnits& part :
         ConnectedParts(candidates, units, raters, distance).parts(disorder.isExact)) {
        const AlignmentDisorder own = walkWith<1>(part);
        disorder.sum += own.sum;
        disorder.isExact = disorder.isExact && own.isExact;
    }
    return disorder;
}

}
