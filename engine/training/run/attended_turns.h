#pragma once

#include "engine/training/run/scorer.h"

#include <optional>
#include <vector>

namespace engine {

/// A turn that a model attends to when it answers about another one.
struct AttendedTurn {
    std::size_t turn = 0; ///< place in the fold
    double weight = 0.0; ///< share of its attention, above 0
};

/// What a model of conversations attends to in each turn of a fold: N lists, in the order of the turns. Of
/// DialogueRNN these are the weights over the turns before and, where it reads backwards, behind it; of
/// BCLSTM those of its attention, without the turn itself. Empty lists of a model without attention.
///
/// @param context  as of Scorer::predictTurns()
/// @throws as Scorer::conversationDisplays().
std::vector<std::vector<AttendedTurn>> attendedTurns(const Scorer& scorer, const FoldData& fold,
                                                     EnabledModalities enabled,
                                                     std::optional<std::size_t> context = {});

}
