#pragma once

#include "engine/conversations/known_conversations.h"
#include "engine/core/fold_lists.h"
#include "engine/splits/group_splits.h"

#include <cstdint>
#include <string>
#include <vector>

namespace engine {

/// What random folds keep together. A conversation is never split, whatever is asked for.
enum class FoldUnit {
    Conversation,
    Episode, ///< conversations of one episode, too
    Person ///< conversations that share a person, too, and those that these share persons with
};

/// A conversation, or a video that is in none.
struct FoldedTalk {
    std::string id;
    std::size_t turns = 0; ///< how much of the data it is
    std::vector<std::string> people = {}; ///< who they are across the dataset; empty: nobody knows
    std::string episode = {};
};

struct RandomFolds {
    FoldLists folds; ///< ids of talks in their order; a fold that nothing was left for has none
    std::vector<std::string> tooLarge; ///< the first talk of each group of over 1.5 times its fold's part
    double largestDeviation = 0.0; ///< between a fold's part of all turns and the wished part
};

/// A conversation as random folds see one. @param turns  of everybody in the conversation
FoldedTalk foldedTalk(const Conversation& conversation, std::size_t turns);

/// Draws folds: groups of talks that stay together, in the order of their least ids, are shuffled by the
/// seed; each goes to the fold that lacks most turns (equal: the first of `wished`). Where no talk has
/// turns, talks are counted. The same as groupSplits() by a seed.
/// @throws ShapeError (`bad_shares`) for parts that are not above 0 or whose sum is not 1, a fold named
/// twice; (`bad_video`) for a talk without id, or an id twice.
RandomFolds randomFolds(std::vector<FoldedTalk> talks, const std::vector<SplitShare>& wished, FoldUnit unit,
                        std::uint64_t seed);

}
