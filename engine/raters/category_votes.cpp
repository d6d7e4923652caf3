#include "engine/raters/category_votes.h"

#include <algorithm>

namespace engine {

bool areVotesEnough(std::span<const std::size_t> votes, const VoteRule& rule)
{
    std::size_t all = 0, first = 0, second = 0;
    for (const std::size_t count : votes) {
        all += count;
        second = std::max(second, std::min(first, count));
        first = std::max(first, count);
    }
    return all >= rule.most || (all >= rule.least && first - second >= rule.lead);
}

}
