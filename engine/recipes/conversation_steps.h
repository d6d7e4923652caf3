#pragma once

#include "engine/conversations/conversation_list.h"

#include <array>
#include <filesystem>
#include <string>
#include <variant>
#include <vector>

namespace engine {

/// Conversations that a step names itself: a dataset list that has them, or they themselves. Of a step that
/// names none, they are those of the dataset list that the recipe loads.
using NamedConversations = std::variant<std::monostate, std::filesystem::path, std::vector<Conversation>>;

/// Brings the rows of each `C@P` from the time of the participant's own file to the conversation's.
struct ConversationTimeStep {
    NamedConversations conversations = {};
    friend bool operator==(const ConversationTimeStep&, const ConversationTimeStep&) = default;
};

/// Whose rows a participant is given beside the own ones.
enum class Partner {
    Mean, ///< of all others; in a conversation of two, the other's rows as they are
    Speaker, ///< who has the floor; no row where nobody or the participant has
    First, ///< of the others, the one who talks most
    Second,
    Third
};

inline constexpr std::array kPartnerNames{"mean", "speaker", "first", "second", "third"};

/// Gives each `C@P` what the others do, as sequences of their own.
struct PartnerStep {
    std::vector<std::string> of; ///< sequences
    std::string into = "partner_"; ///< in front of the new sequence's name
    Partner who = Partner::Mean;
    std::string turns = "words"; ///< the sequence whose rows say who speaks; not asked for the mean
    NamedConversations conversations = {};
    friend bool operator==(const PartnerStep&, const PartnerStep&) = default;
};

}
