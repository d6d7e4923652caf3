#include "engine/conversations/known_conversations.h"

namespace engine {

KnownConversations::KnownConversations(std::vector<Conversation> conversations)
    : m_all(std::move(conversations))
{
    for (std::size_t place = 0; place < m_all.size(); ++place)
        m_places.emplace(m_all[place].id, place);
}

const Conversation* KnownConversations::of(std::string_view video) const
{
    const std::size_t at = video.find('@');
    const auto found = m_places.find(video.substr(0, at));
    if (found == m_places.end())
        return nullptr;
    const Conversation& conversation = m_all[found->second];
    return at == std::string_view::npos || conversation.participant(video.substr(at + 1)) ? &conversation
                                                                                          : nullptr;
}

const ConversationParticipant* KnownConversations::participantOf(std::string_view video) const
{
    const std::size_t at = video.find('@');
    const Conversation* const conversation = at == std::string_view::npos ? nullptr : of(video);
    return conversation ? conversation->participant(video.substr(at + 1)) : nullptr;
}

std::vector<Conversation> conversationsOfIds(const std::set<std::string>& videos)
{
    std::map<std::string, std::vector<std::string>> people;
    for (const std::string& id : videos) {
        const std::size_t at = id.find('@');
        if (at == std::string::npos || at == 0 || id.find('@', at + 1) != std::string::npos)
            continue;
        people[id.substr(0, at)].push_back(id.substr(at + 1));
    }
    std::vector<Conversation> made;
    for (const auto& [id, participants] : people) {
        Conversation& conversation = made.emplace_back();
        conversation.id = id;
        for (const std::string& who : participants) {
            conversation.participants.emplace_back();
            conversation.participants.back().id = who;
        }
    }
    return made;
}

void nameConversationsOfIds(nlohmann::ordered_json& more, const std::set<std::string>& videos)
{
    std::set<std::string> known;
    for (const Conversation& conversation : conversationsOf(more, {}))
        known.insert(conversation.id);
    std::vector<Conversation> told = conversationsOfIds(videos);
    std::erase_if(told, [&](const Conversation& conversation) {
        return conversation.participants.size() < 2 || known.contains(conversation.id);
    });
    nlohmann::ordered_json further;
    storeConversations(further, told);
    for (nlohmann::ordered_json& conversation : further[kConversationsField])
        more[kConversationsField].push_back(std::move(conversation));
}

}
