#include "engine/open_words/best_worst.h"

#include "engine/numbers/draws.h"
#include "engine/numbers/moments.h"

#include <algorithm>
#include <numeric>

namespace engine {

namespace {

using Judgements = std::vector<BestWorstJudgement>;

/// Judgements that are halved together.
std::vector<Judgements> poolsOf(const Judgements& judgements)
{
    std::map<std::vector<std::string>, Judgements> sets;
    for (const BestWorstJudgement& judgement : judgements) {
        std::vector<std::string> items = judgement.items;
        std::ranges::sort(items);
        sets[items].push_back(judgement);
    }
    std::vector<Judgements> pools;
    const bool areRepeated = std::ranges::all_of(sets, [](const auto& set) { return set.second.size() > 1; });
    for (auto& [items, own] : sets) {
        if (areRepeated || pools.empty())
            pools.push_back(std::move(own));
        else
            pools.front().insert(pools.front().end(), own.begin(), own.end());
    }
    return pools;
}

/// r of the scores of both halves, over the items that both have; none: there are too few, or all are equal.
std::optional<double> correlationOf(const Judgements& first, const Judgements& second)
{
    const auto a = bestWorstScores(first);
    const auto b = bestWorstScores(second);
    std::vector<double> x;
    std::vector<double> y;
    for (const auto& [item, score] : a) {
        if (const auto other = b.find(item); other != b.end()) {
            x.push_back(score);
            y.push_back(other->second);
        }
    }
    return x.size() < 3 ? std::nullopt : pearson(x, y);
}

}

std::map<std::string, double> bestWorstScores(const std::vector<BestWorstJudgement>& judgements)
{
    std::map<std::string, double> shown;
    std::map<std::string, double> scores;
    for (const BestWorstJudgement& judgement : judgements) {
        for (const std::string& item : judgement.items) {
            shown[item] += 1.0;
            scores.try_emplace(item, 0.0);
        }
        scores[judgement.best] += 1.0;
        scores[judgement.worst] -= 1.0;
    }
    for (auto& [item, score] : scores)
        score /= std::max(1.0, shown[item]);
    return scores;
}

SplitHalf splitHalf(const std::vector<BestWorstJudgement>& judgements, std::size_t splits, std::uint32_t seed)
{
    SplitHalf result;
    Draws draws(seed);
    const std::vector<Judgements> pools = poolsOf(judgements);
    double sum = 0.0;
    for (std::size_t split = 0; split < splits; ++split) {
        Judgements first;
        Judgements second;
        std::size_t odd = 0; // of odd pools the halves are longer by turns
        for (const Judgements& pool : pools) {
            std::vector<std::size_t> order(pool.size());
            std::iota(order.begin(), order.end(), 0);
            for (std::size_t i = order.size(); i-- > 1;)
                std::swap(order[i], order[draws.below(static_cast<std::uint32_t>(i + 1))]);
            const bool isOdd = pool.size() % 2 == 1;
            const std::size_t half = pool.size() / 2 + (isOdd ? odd : 0);
            odd = isOdd ? 1 - odd : odd;
            for (std::size_t i = 0; i < order.size(); ++i)
                (i < half ? first : second).push_back(pool[order[i]]);
        }
        if (const auto correlation = correlationOf(first, second)) {
            sum += *correlation;
            ++result.splits;
        }
    }
    if (result.splits == 0) {
        result.undefined = {"No split has three items with different scores."};
        return result;
    }
    const double r = sum / static_cast<double>(result.splits);
    result.correlation = r;
    if (r > -1.0)
        result.whole = 2.0 * r / (1.0 + r);
    return result;
}

std::vector<std::vector<std::string>> bestWorstSets(const std::vector<std::string>& items, std::uint32_t seed,
                                                    std::size_t size)
{
    std::vector<std::vector<std::string>> sets;
    if (size < 2 || items.size() < size)
        return sets;
    Draws draws(seed);
    std::vector<std::size_t> uses(items.size());
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> together;
    for (std::size_t set = 0; set < 2 * items.size(); ++set) {
        std::vector<std::size_t> chosen;
        while (chosen.size() < size) {
            std::vector<std::size_t> best;
            std::pair<std::size_t, std::size_t> least{~std::size_t{0}, 0}; // repeats, uses
            for (std::size_t item = 0; item < items.size(); ++item) {
                if (std::ranges::find(chosen, item) != chosen.end())
                    continue;
                std::size_t repeats = 0;
                for (const std::size_t other : chosen) {
                    const auto known = together.find(std::minmax(item, other));
                    repeats += known == together.end() ? 0 : known->second;
                }
                const std::pair price{repeats, uses[item]};
                if (price < least || best.empty()) {
                    least = price;
                    best.clear();
                }
                if (price == least)
                    best.push_back(item);
            }
            const std::size_t item = best[draws.below(static_cast<std::uint32_t>(best.size()))];
            for (const std::size_t other : chosen)
                ++together[std::minmax(item, other)];
            ++uses[item];
            chosen.push_back(item);
        }
        std::vector<std::string>& names = sets.emplace_back();
        for (const std::size_t item : chosen)
            names.push_back(items[item]);
    }
    return sets;
}

}
