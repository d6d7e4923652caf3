#include "engine/segment_agreement/connected_units.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace engine {

namespace {

constexpr int kPriceRounds = 8;
constexpr double kStillPrices = 1e-6; // what prices of a round move on average

constexpr int kAscents = 3; // between which dear choices are looked at again
constexpr double kDear = 0.4; // above the prices: hardly ever in a best alignment
constexpr int kAscentSteps = 120;
constexpr int kMostIdle = 12; // steps without a rise, after which steps become shorter
constexpr double kLeastPart = 1e-3;
constexpr double kRise = 1e-9;
constexpr std::uint32_t kNoGroup = std::numeric_limits<std::uint32_t>::max();

/// Prices of a group's units. A candidate is told by its first unit and its place in that list.
class PriceSearch {
public:
    explicit PriceSearch(ConnectedUnits& units) : m_units(units), m_price(units.size()), m_of(units.size())
    {
        for (std::uint32_t first = 0; first < units.size(); ++first) {
            for (ConnectedUnits::Choice& choice : units.choices[first]) {
                m_of[first].push_back(&choice.cost);
                for (const std::uint32_t ahead : choice.ahead)
                    m_of[first + ahead].push_back(&choice.cost);
            }
        }
        double moved = std::numeric_limits<double>::infinity();
        for (int round = 0; round < kPriceRounds && moved > kStillPrices; ++round) {
            moved = 0.0;
            for (std::size_t i = 0; i < units.size(); ++i)
                moved += settle(round % 2 == 0 ? i : units.size() - 1 - i);
            moved /= static_cast<double>(units.size());
        }
    }

    const std::vector<double>& prices() const { return m_price; }

private:
    double settle(std::size_t unit)
    {
        double cheapest = std::numeric_limits<double>::infinity();
        double second = cheapest;
        for (const double* cost : m_of[unit]) {
            second = std::min(second, std::max(cheapest, *cost));
            cheapest = std::min(cheapest, *cost);
        }
        const double change = m_of[unit].size() == 1 ? cheapest : (cheapest + second) / 2.0;
        for (double* cost : m_of[unit])
            *cost -= change;
        m_price[unit] += change;
        return std::abs(change);
    }

    ConnectedUnits& m_units;
    std::vector<double> m_price;
    std::vector<std::vector<double*>> m_of; ///< the costs of each unit's candidates
};

/// Changes of prices that raise the least cost of any alignment: subgradients (Held, Wolfe, Crowder,
/// Mathematical Programming 1974), with steps towards the bound.
class PriceAscent {
public:
    PriceAscent(const ConnectedUnits& units, double bound)
        : m_units(units)
        , m_change(units.size())
        , m_best(units.size())
        , m_slope(units.size())
    {
        for (const auto& choices : units.choices)
            m_looked.push_back(static_cast<std::size_t>(
                std::ranges::upper_bound(choices, kDear, {}, &ConnectedUnits::Choice::cost)
                - choices.begin()));
        double most = -std::numeric_limits<double>::infinity();
        double part = 1.0;
        int idle = 0;
        for (int step = 0; step < kAscentSteps && part > kLeastPart; ++step) {
            const double least = look();
            if (least > most + kRise) {
                most = least;
                m_best = m_change;
                idle = 0;
            } else if (++idle >= kMostIdle) {
                part /= 2.0;
                idle = 0;
                m_change = m_best;
                continue;
            }
            double steep = 0.0;
            for (const double slope : m_slope)
                steep += slope * slope;
            if (steep == 0.0 || least >= bound - kRise)
                break;
            const double length = part * (bound - least) / steep;
            for (std::size_t i = 0; i < m_change.size(); ++i)
                m_change[i] += length * m_slope[i];
        }
    }

    const std::vector<double>& changes() const { return m_best; }

private:
    /// The least cost of any alignment without dear choices at these prices, above the prices before; the
    /// slope for the next step.
    double look()
    {
        double least = 0.0;
        for (std::size_t i = 0; i < m_change.size(); ++i) {
            least += m_change[i];
            m_slope[i] = 1.0;
        }
        for (std::size_t i = 0; i < m_change.size(); ++i) {
            const ConnectedUnits::Choice* cheapest = nullptr;
            double cost = 0.0;
            for (std::size_t at = 0; at < m_looked[i]; ++at) {
                const ConnectedUnits::Choice& choice = m_units.choices[i][at];
                double own = choice.cost - m_change[i];
                for (const std::uint32_t ahead : choice.ahead)
                    own -= m_change[i + ahead];
                if (own < cost) {
                    cost = own;
                    cheapest = &choice;
                }
            }
            if (!cheapest)
                continue;
            least += cost;
            m_slope[i] -= 1.0;
            for (const std::uint32_t ahead : cheapest->ahead)
                m_slope[i + ahead] -= 1.0;
        }
        return least;
    }

    const ConnectedUnits& m_units;
    std::vector<std::size_t> m_looked; ///< choices of each unit that are not dear
    std::vector<double> m_change;
    std::vector<double> m_best;
    std::vector<double> m_slope;
};

void setRest(ConnectedUnits& units)
{
    units.rest.assign(units.size() + 1, 0.0);
    for (std::size_t i = units.size(); i-- > 0;)
        units.rest[i] = units.rest[i + 1] + std::min(0.0, units.choices[i].front().cost);
}

void price(ConnectedUnits& units)
{
    if (units.size() == 1) { // alone
        units.prices = units.choices[0].front().cost;
        units.choices[0].front().cost = 0.0;
        units.rest.assign(2, 0.0);
        return;
    }
    const PriceSearch search(units);
    for (std::size_t i = 0; i < units.size(); ++i) {
        const double own = search.prices()[i];
        units.prices += own;
        units.adding[i] -= own;
        units.removing[i] += own;
        std::ranges::sort(units.choices[i], {}, &ConnectedUnits::Choice::cost);
    }
    setRest(units);
}

class UnitGroups {
public:
    UnitGroups(const AlignmentCandidates& candidates, const std::vector<PlacedUnit>& units,
               std::size_t raters, const UnitDistance& distance)
        : m_units(units)
        , m_pairs(static_cast<double>(raters * (raters - 1)) / 2.0)
        , m_distance(distance)
        , m_root(units.size())
        , m_removing(units.size(), 0.0)
    {
        std::iota(m_root.begin(), m_root.end(), 0);
        for (const auto& list : candidates.byFirst) {
            for (const UnitaryAlignment& alignment : list)
                note(alignment);
        }
    }

    std::vector<ConnectedUnits> groups(AlignmentCandidates& candidates, std::size_t mostAhead)
    {
        std::vector<ConnectedUnits> groups;
        std::vector<std::uint32_t> groupOf(m_units.size(), kNoGroup);
        std::vector<std::uint32_t> places(m_units.size());
        for (std::uint32_t unit = 0; unit < m_units.size(); ++unit) {
            std::uint32_t& group = groupOf[rootOf(unit)];
            if (group == kNoGroup) {
                group = static_cast<std::uint32_t>(groups.size());
                groups.emplace_back();
            }
            places[unit] = static_cast<std::uint32_t>(groups[group].size());
            groups[group].adding.push_back(1.0);
            groups[group].removing.push_back(m_removing[unit]);
        }
        for (std::uint32_t unit = 0; unit < m_units.size(); ++unit) {
            ConnectedUnits& own = groups[groupOf[rootOf(unit)]];
            std::vector<ConnectedUnits::Choice>& choices = own.choices.emplace_back();
            for (const UnitaryAlignment& alignment : candidates.byFirst[unit]) {
                ConnectedUnits::Choice choice{{}, alignment.cost};
                for (const std::uint32_t other : alignment.units) {
                    if (other != unit)
                        choice.ahead.push_back(places[other] - places[unit]);
                }
                if (!choice.ahead.empty() && choice.ahead.back() > mostAhead) {
                    candidates.isComplete = false;
                    continue;
                }
                if (!choice.ahead.empty())
                    own.reach = std::max<std::size_t>(own.reach, choice.ahead.back());
                choices.push_back(std::move(choice));
            }
        }
        return groups;
    }

private:
    std::uint32_t rootOf(std::uint32_t unit)
    {
        while (m_root[unit] != unit)
            unit = m_root[unit] = m_root[m_root[unit]];
        return unit;
    }

    void note(const UnitaryAlignment& alignment)
    {
        if (alignment.units.size() == 1)
            return;
        for (const std::uint32_t unit : alignment.units) {
            m_root[rootOf(unit)] = rootOf(alignment.units.front());
            double more = 0.0; // whatever else goes, too
            for (const std::uint32_t other : alignment.units)
                more += other == unit ? 0.0 : std::max(0.0, 1.0 - m_distance(m_units[unit], m_units[other]));
            m_removing[unit] = std::max(m_removing[unit], more / m_pairs);
        }
    }

    const std::vector<PlacedUnit>& m_units;
    double m_pairs;
    const UnitDistance& m_distance;
    std::vector<std::uint32_t> m_root; ///< union-find
    std::vector<double> m_removing;
};

}

std::vector<ConnectedUnits> connectedUnits(AlignmentCandidates& candidates,
                                           const std::vector<PlacedUnit>& units, std::size_t raters,
                                           const UnitDistance& distance, std::size_t mostAhead)
{
    std::vector<ConnectedUnits> groups
        = UnitGroups(candidates, units, raters, distance).groups(candidates, mostAhead);
    for (ConnectedUnits& group : groups)
        price(group);
    return groups;
}

void improvePrices(ConnectedUnits& units, double bound)
{
    for (int round = 0; round < kAscents && bound - units.rest[0] > kRise; ++round) {
        const PriceAscent ascent(units, bound);
        for (std::size_t i = 0; i < units.size(); ++i) {
            const double change = ascent.changes()[i];
            units.prices += change;
            bound -= change;
            units.adding[i] -= change;
            units.removing[i] += change;
            for (ConnectedUnits::Choice& choice : units.choices[i]) {
                choice.cost -= change;
                for (const std::uint32_t ahead : choice.ahead)
                    choice.cost -= ascent.changes()[i + ahead];
            }
            std::ranges::sort(units.choices[i], {}, &ConnectedUnits::Choice::cost);
        }
        setRest(units);
    }
}

void dropDearChoices(ConnectedUnits& units, double bound)
{
    for (std::size_t i = 0; i < units.size(); ++i) {
        const double others = units.rest[0] - std::min(0.0, units.choices[i].front().cost);
        std::erase_if(units.choices[i],
                      [&](const ConnectedUnits::Choice& choice) { return choice.cost + others > bound; });
    }
}

}
