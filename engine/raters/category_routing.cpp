#include "engine/raters/category_routing.h"

#include "engine/numbers/draws.h"
#include "engine/numbers/moments.h"
#include "engine/numbers/quantiles.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace engine {

namespace {

constexpr std::size_t kVoteRuns = 20;

struct CategoryVotes {
    std::vector<std::vector<std::size_t>> ofUnits; ///< units × categories
    std::vector<double> shares; ///< of all votes, by category
};

CategoryVotes votesOf(const RatingTable& table)
{
    std::map<double, std::size_t> places;
    for (std::size_t unit = 0; unit < table.units().size(); ++unit) {
        for (const double value : table.valuesOf(unit))
            places.try_emplace(value, places.size());
    }
    CategoryVotes votes{std::vector(table.units().size(), std::vector<std::size_t>(places.size(), 0)),
                        std::vector<double>(places.size(), 0.0)};
    double all = 0.0;
    for (std::size_t unit = 0; unit < table.units().size(); ++unit) {
        for (const double value : table.valuesOf(unit)) {
            ++votes.ofUnits[unit][places.at(value)];
            ++votes.shares[places.at(value)];
            ++all;
        }
    }
    for (double& share : votes.shares)
        share /= std::max(1.0, all);
    return votes;
}

/// How many more votes the open units take when each goes as the unit's votes and those of all units do.
ExpectedRatings expectedVotes(const CategoryVotes& votes, const std::vector<std::size_t>& open,
                              const VoteRule& rule, Draws& draws)
{
    std::vector<double> sums(kVoteRuns, 0.0);
    for (double& sum : sums) {
        for (const std::size_t unit : open) {
            std::vector<std::size_t> said = votes.ofUnits[unit];
            while (!areVotesEnough(said, rule)) {
                const double all = static_cast<double>(std::accumulate(said.begin(), said.end(), 0UL)) + 1.0;
                double rest = draws.uniform() * all;
                std::size_t category = 0;
                for (; category + 1 < said.size(); ++category) {
                    rest -= static_cast<double>(said[category]) + votes.shares[category];
                    if (rest <= 0.0)
                        break;
                }
                ++said[category];
                ++sum;
            }
        }
    }
    return {meanOf(sums), quantile(sums, 0.05), quantile(sums, 0.95)};
}

}

CategoryRouting routeVotes(const RatingTable& table, const VoteRule& rule, std::size_t batch,
                           std::uint32_t seed)
{
    const CategoryVotes votes = votesOf(table);
    const std::size_t raters = table.raters().size();
    std::vector<std::size_t> load(raters, 0), open;
    for (std::size_t unit = 0; unit < table.units().size(); ++unit) {
        for (std::size_t rater = 0; rater < raters; ++rater)
            load[rater] += table.value(unit, rater) ? 1 : 0;
        if (!areVotesEnough(votes.ofUnits[unit], rule) && table.valuesOf(unit).size() < raters)
            open.push_back(unit);
    }
    CategoryRouting routing;
    routing.open = open.size();
    routing.done = table.units().size() - open.size();
    if (votes.shares.empty())
        return routing;
    Draws draws(seed);
    routing.expected = expectedVotes(votes, open, rule, draws);
    std::ranges::stable_sort(open, {}, [&](std::size_t unit) { return table.valuesOf(unit).size(); });
    for (const std::size_t unit : open) {
        if (routing.next.size() == batch)
            break;
        std::optional<std::size_t> least;
        for (std::size_t rater = 0; rater < raters; ++rater) {
            if (!table.value(unit, rater) && (!least || load[rater] < load[*least]))
                least = rater;
        }
        ++load[*least];
        routing.next.emplace_back(unit, *least);
    }
    return routing;
}

}
