#pragma once

#include "app/actions/command.h"
#include "app/review/review_feature.h"
#include "app/window/bench.h"

namespace app {

class DialoguePredictions;

CommandTable conversationCommands();
/// Several people on one time axis: tracks, players, keys, the Conversation tab. Of datasets without
/// conversations nothing is to be seen of it.
/// @return by which models of conversations are asked
DialoguePredictions& addConversation(const Bench& bench, const Reviewing& reviewing);

}
