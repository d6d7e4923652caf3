#pragma once

#include "engine/agreement/rating_table.h"
#include "engine/raters/category_votes.h"
#include "engine/raters/routing.h"

namespace engine {

/// Who is asked next about units of categories.
struct CategoryRouting {
    std::vector<std::pair<std::size_t, std::size_t>> next; ///< unit, rater; at most one task of a unit
    std::size_t done = 0; ///< units
    std::size_t open = 0; ///< units
    ExpectedRatings expected; ///< that open units still need
};

/// Units whose votes are not enough (areVotesEnough(), or one of every rater), those with the fewest votes
/// first, each to the rater with the fewest votes so far who has not judged the unit.
///
/// @param table  of categories; any other table counts equal numbers as votes for the same
CategoryRouting routeVotes(const RatingTable& table, const VoteRule& rule, std::size_t batch,
                           std::uint32_t seed);

}
