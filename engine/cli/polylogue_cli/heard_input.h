#pragma once

#include "engine/conversation_sources/heard_conversation.h"
#include "engine/conversations/conversation_list.h"
#include "engine/core/run_context.h"

#include <filesystem>
#include <string>
#include <vector>

namespace engine::cli {

class ConversationDataset;

/// Where turns may come from, in the order in which they are looked for; `auto` is the first that is there.
inline const std::vector<std::string> kTurnSources{"auto",  "tiers",    "rttm",  "vad",
                                                   "words", "channels", "faces", "prefixes"};

/// Which turns are looked for, and where.
struct HeardWish {
    std::filesystem::path input;
    std::string conversation; ///< the only one that is wanted; empty: all
    std::string source; ///< one of kTurnSources
    std::filesystem::path sound; ///< of a text; empty: a recording of the text's name beside the text
};

/// The input, and of a dataset list all files that the list names. @throws as readDatasetList().
std::vector<std::filesystem::path> filesOf(const HeardWish& wish);

/// The conversations of a dataset list, a file of tiers, a text with names in front of lines, or a sound of
/// several channels.
/// @throws IoError, FormatError (`no_turns`, `one_participant`, `unknown_conversation`, `unknown_format`);
/// Error (`aligner`).
std::vector<HeardConversation> heardInput(const HeardWish& wish, const RunContext& run);

/// The turns of one conversation of a dataset (`heardInDataset`); a conversation without turns among others
/// is silent, with a finding (`no_turns`). @throws as heardInput().
HeardConversation heardAmongOthers(ConversationDataset& dataset, const Conversation& conversation,
                                   const std::string& source, const RunContext& run);

}
