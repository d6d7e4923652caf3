#include "engine/project_items/conversation_items.h"

#include "engine/annotation/edits.h"
#include "engine/core/error.h"
#include "engine/core/json_text.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace engine {

namespace {

constexpr const char* kParticipants = "participants";
constexpr const char* kOffset = "offset_s";
constexpr const char* kDrift = "drift_ppm";
constexpr const char* kName = "name";

nlohmann::json notedOf(const Annotation& annotation, const std::string& conversation)
{
    const Item* item = annotation.item(kConversationItems, conversation);
    const nlohmann::json noted = item ? nlohmann::json::parse(item->json, nullptr, false) : nlohmann::json();
    return noted.is_object() ? noted : nlohmann::json::object();
}

double numberOf(const nlohmann::json& noted, const char* field, double otherwise)
{
    const auto found = noted.find(field);
    if (found == noted.end() || !found->is_number() || !std::isfinite(found->get<double>()))
        return otherwise;
    return found->get<double>();
}

}

Conversation asChanged(const Annotation& annotation, Conversation conversation)
{
    const nlohmann::json noted = notedOf(annotation, conversation.id);
    const auto people = noted.find(kParticipants);
    if (people == noted.end() || !people->is_object())
        return conversation;
    for (ConversationParticipant& who : conversation.participants) {
        const auto changed = people->find(who.id);
        if (changed == people->end() || !changed->is_object())
            continue;
        who.time.offset = numberOf(*changed, kOffset, who.time.offset);
        who.time.driftPpm = numberOf(*changed, kDrift, who.time.driftPpm);
        if (const auto name = changed->find(kName); name != changed->end() && name->is_string())
            who.name = name->get<std::string>();
    }
    return conversation;
}

Change putRecordingTime(const Annotation& annotation, const Conversation& conversation,
                        const std::string& participant, const RecordingTime& time)
{
    if (!conversation.participant(participant))
        throw FormatError("unknown_participant", conversation.id, "has no participant " + participant);
    nlohmann::json noted = notedOf(annotation, conversation.id);
    nlohmann::json& people = noted[kParticipants];
    if (!people.is_object())
        people = nlohmann::json::object();
    nlohmann::json& who = people[participant];
    if (!who.is_object())
        who = nlohmann::json::object();
    who[kOffset] = time.offset;
    who[kDrift] = time.driftPpm;
    return putItem(annotation, {kConversationItems, conversation.id, jsonText(noted)});
}

}
