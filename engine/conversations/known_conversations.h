#pragma once

#include "engine/conversations/conversation_list.h"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

/// The conversations of a dataset, found by the ids of what is said and seen in them.
class KnownConversations {
public:
    KnownConversations() = default;
    explicit KnownConversations(std::vector<Conversation> conversations);

    const std::vector<Conversation>& all() const { return m_all; }
    bool empty() const { return m_all.empty(); }

    /// The conversation that an entry belongs to: `C`, or `C@P` with P one of its participants; null: none.
    /// @param video  without `[k]`
    const Conversation* of(std::string_view video) const;
    /// P of `C@P`; null for `C` and for ids of no conversation.
    const ConversationParticipant* participantOf(std::string_view video) const;

private:
    std::vector<Conversation> m_all;
    std::map<std::string, std::size_t, std::less<>> m_places; ///< by id
};

/// Conversations of a list that names none: videos that share what stands before their only `@`.
/// @param videos  ids without `[k]`
std::vector<Conversation> conversationsOfIds(const std::set<std::string>& videos);

/// Writes the conversations of two or more that these ids tell into the field of a dataset list, behind those
/// that the field has; what the field says already stays as it is.
/// @param videos  as of conversationsOfIds(). @param more  fields of the list, by name
void nameConversationsOfIds(nlohmann::ordered_json& more, const std::set<std::string>& videos);

}
