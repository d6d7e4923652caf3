#include "engine/segment_agreement/unit_alignment.h"

#include "engine/agreement/assignment.h"
#include "engine/segment_agreement/connected_units.h"
#include "engine/segment_agreement/near_units.h"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>

namespace engine {

namespace {

constexpr std::size_t kMostStates = 20'000; // at a step of the walk
constexpr std::size_t kMostTogether = 2000; // units that are walked at once
constexpr std::size_t kPieceSlack = 200; // units among which the end of a piece is chosen
constexpr std::size_t kQuickStates = 200;
constexpr std::size_t kQuickChoices = 12;
constexpr std::size_t kAllChoices = std::numeric_limits<std::size_t>::max();
constexpr double kPriceRounding = 1e-9;
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

/// How far a walk looks.
struct WalkLimits {
    std::size_t states = kMostStates;
    std::size_t choices = kAllChoices; ///< of a unit, the cheapest ones
    double bound = std::numeric_limits<double>::infinity(); ///< above the prices: what costs more is left out
};

/// What a walk has found, above the prices.
struct WalkResult {
    double cost = std::numeric_limits<double>::infinity();
    bool isCut = false; ///< whether a state was left out that might have been better
};

template <std::size_t Words>
class AlignmentWalk {
public:
    AlignmentWalk(const ConnectedUnits& units, const WalkLimits& limits)
        : m_units(units)
        , m_limits(limits) { }

    WalkResult run()
    {
        WalkResult result;
        std::vector<State> layer{{{}, 0.0}};
        for (std::size_t at = 0; at < m_units.size() && !layer.empty(); ++at) {
            step(layer, at);
            dropBeaten(at + 1);
            if (m_next.size() > m_limits.states) {
                result.isCut = true;
                std::ranges::nth_element(
                    m_next, m_next.begin() + static_cast<std::ptrdiff_t>(m_limits.states), {}, &State::cost);
                m_next.resize(m_limits.states);
            }
            std::swap(layer, m_next);
        }
        if (!layer.empty())
            result.cost = layer.front().cost;
        return result;
    }

private:
    struct State {
        UnitSet<Words> used;
        double cost = 0.0;
    };

    void step(const std::vector<State>& layer, std::size_t at)
    {
        const auto& choices = m_units.choices[at];
        const std::size_t count = std::min(choices.size(), m_limits.choices);
        const double bound = m_limits.bound - m_units.rest[at + 1];
        const auto alone = std::find_if(choices.begin() + static_cast<std::ptrdiff_t>(count), choices.end(),
                                        [](const auto& choice) { return choice.ahead.empty(); });
        m_sets.resize(count);
        for (std::size_t i = 0; i < count; ++i) {
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
            for (std::size_t i = 0; i < count && state.cost + choices[i].cost <= bound; ++i) {
                if (!state.used.meets(m_sets[i]))
                    offer({state.used.with(m_sets[i]).passed(), state.cost + choices[i].cost});
            }
            if (alone != choices.end()) // and so whatever is chosen before, there is a way on
                offer({state.used.passed(), state.cost + alone->cost});
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
    WalkLimits m_limits;
    std::vector<State> m_next;
    std::vector<UnitSet<Words>> m_sets;
    std::vector<std::uint32_t> m_slots; ///< of the hashed sets: 1 + their place in m_next; 0: free
};

template <std::size_t Words>
WalkResult walkWith(const ConnectedUnits& units, const WalkLimits& limits)
{
    if constexpr (Words < kMostWords) {
        if (units.reach >= Words * 64)
            return walkWith<Words * 2>(units, limits);
    }
    return AlignmentWalk<Words>(units, limits).run();
}

double quickCost(const ConnectedUnits& units)
{
    return walkWith<1>(units, {kQuickStates, kQuickChoices}).cost;
}

/// A quick walk says what an alignment costs at most; with this bound few ways are left for the walk that
/// compares all.
AlignmentDisorder disorderOf(ConnectedUnits& units)
{
    double known = quickCost(units);
    if (known - units.rest[0] > kPriceRounding) {
        const double before = units.prices;
        improvePrices(units, known);
        known = std::min(known - (units.prices - before), quickCost(units));
    }
    if (known - units.rest[0] <= kPriceRounding)
        return {known + units.prices, true}; // there is nothing below
    dropDearChoices(units, known + kPriceRounding);
    const WalkResult whole = walkWith<1>(units, {kMostStates, kAllChoices, known + kPriceRounding});
    return {std::min(known, whole.cost) + units.prices, !whole.isCut};
}

AlignmentDisorder disorderOfPiece(const std::vector<PlacedUnit>& units, std::size_t raters,
                                  const UnitDistance& distance, const RunContext& run)
{
    AlignmentCandidates candidates = alignmentCandidates(units, raters, distance);
    std::vector<ConnectedUnits> groups
        = connectedUnits(candidates, units, raters, distance, kMostWords * 64 - 1);
    AlignmentDisorder disorder{0.0, candidates.isComplete};
    for (ConnectedUnits& group : groups) {
        run.tick(0, 1);
        const AlignmentDisorder own = disorderOf(group);
        disorder.sum += own.sum;
        disorder.isExact = disorder.isExact && own.isExact;
    }
    return disorder;
}

/// Where to part units that are too many: before the unit that fewest earlier ones reach into.
std::size_t endOfPiece(const std::vector<PlacedUnit>& units, std::size_t first)
{
    if (units.size() - first <= kMostTogether)
        return units.size();
    std::size_t best = first + kMostTogether;
    std::size_t fewest = units.size();
    for (std::size_t end = first + kMostTogether; end > first + kMostTogether - kPieceSlack; --end) {
        const auto reaching = static_cast<std::size_t>(
            std::count_if(units.begin() + static_cast<std::ptrdiff_t>(end - kPieceSlack),
                          units.begin() + static_cast<std::ptrdiff_t>(end),
                          [&](const PlacedUnit& unit) { return unit.end > units[end].start; }));
        if (reaching < fewest) {
            fewest = reaching;
            best = end;
        }
    }
    return best;
}

}

AlignmentDisorder leastDisorder(std::vector<PlacedUnit> units, std::size_t raters,
                                const UnitDistance& distance, const RunContext& run)
{
    const RunContext onlyStop{run.stop, {}};
    std::ranges::sort(units);
    if (raters == 2)
        return disorderOfTwo(units, distance);
    AlignmentDisorder disorder{0.0, units.size() <= kMostTogether};
    for (std::size_t first = 0; first < units.size();) {
        const std::size_t end = endOfPiece(units, first);
        const std::vector<PlacedUnit> piece(units.begin() + static_cast<std::ptrdiff_t>(first),
                                            units.begin() + static_cast<std::ptrdiff_t>(end));
        const AlignmentDisorder own = disorderOfPiece(piece, raters, distance, onlyStop);
        disorder.sum += own.sum;
        disorder.isExact = disorder.isExact && own.isExact;
        first = end;
    }
    return disorder;
}

}
