#include "app/conversation/known_times.h"

#include "app/document/document.h"
#include "engine/project_items/conversation_items.h"

namespace app {

namespace {

/// Whether somebody wrote down when the recordings of a conversation begin, be it 0.
bool hasTimes(const nlohmann::ordered_json& more, const std::string& conversation)
{
    const auto field = more.find(engine::kConversationsField);
    if (field == more.end() || !field->is_array())
        return false;
    for (const auto& each : *field) {
        if (!each.is_object() || each.value("id", std::string()) != conversation)
            continue;
        const auto people = each.find("participants");
        if (people == each.end() || !people->is_array())
            return false;
        for (const auto& who : *people) {
            if (who.is_object() && (who.contains("offset_s") || who.contains("drift_ppm")))
                return true;
        }
    }
    return false;
}

}

bool areTimesKnown(const Document& document, const engine::Conversation& conversation)
{
    if (conversation.media != engine::ConversationMedia::Recordings)
        return true;
    int recordings = 0;
    for (const engine::ConversationParticipant& who : conversation.participants)
        recordings += document.dataset().mediaOf(conversation.entryOf(who)) ? 1 : 0;
    return recordings < 2 || document.annotation().item(engine::kConversationItems, conversation.id)
        || hasTimes(document.dataset().more, conversation.id);
}

}
