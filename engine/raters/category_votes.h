#pragma once

#include <cstddef>
#include <span>

namespace engine {

/// When a unit of categories has votes enough. A lead of two gives within 0.01 the accuracy of five votes for
/// 3.0 to 3.4 of them (docs/agreement.md), and needs no model of raters.
struct VoteRule {
    std::size_t lead = 2; ///< of the most frequent category over the next
    std::size_t least = 2; ///< votes
    std::size_t most = 5; ///< votes

    friend bool operator==(const VoteRule&, const VoteRule&) = default;
};

/// Whether no more votes are asked for. @param votes  for each category, how many
bool areVotesEnough(std::span<const std::size_t> votes, const VoteRule& rule = {});

}
