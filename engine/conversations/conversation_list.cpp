#include "engine/conversations/conversation_list.h"

#include "engine/core/error.h"
#include "engine/core/json_fields.h"
#include "engine/core/utf8.h"

#include <algorithm>
#include <set>

namespace engine {

namespace {

constexpr const char* kInvalid = "conversation_invalid";
constexpr double kMostSeconds = 1e9;
constexpr double kMostPpm = 1e5;

/// In the order of ConversationMedia.
const std::vector<std::string>& mediaKinds()
{
    static const std::vector<std::string> kinds{"recordings", "picture", "channels", "clips"};
    return kinds;
}

std::string plainId(const OrderedJsonValue& value)
{
    std::string id = value.filledText();
    if (id.find_first_of("@[]/") != std::string::npos)
        value.refuse("an id without @, [, ] and /");
    return id;
}

std::optional<int> countFrom0(OrderedJsonFields& fields, const char* name)
{
    const auto value = fields.find(name);
    return value ? std::optional(static_cast<int>(value->whole(0, 1000))) : std::nullopt;
}

ConversationParticipant participantOf(const OrderedJsonValue& value)
{
    OrderedJsonFields fields = value.fields();
    ConversationParticipant who;
    who.id = plainId(fields.at("id", "the id of the participant"));
    who.name = fields.text("name", "");
    who.person = fields.text("person", "");
    who.role = fields.text("role", "");
    who.time = {fields.number("offset_s", 0.0, -kMostSeconds, kMostSeconds),
                fields.number("drift_ppm", 0.0, -kMostPpm, kMostPpm)};
    who.face = countFrom0(fields, "face");
    who.channel = countFrom0(fields, "channel");
    return who;
}

ConversationClip clipOf(const OrderedJsonValue& value, const Conversation& conversation)
{
    OrderedJsonFields fields = value.fields();
    ConversationClip clip;
    clip.file = fields.at("file", "the file of the clip").filledText();
    const OrderedJsonValue who = fields.at("participant", "the id of a participant");
    clip.participant = who.filledText();
    if (!conversation.participant(clip.participant))
        who.refuse("a participant of the conversation");
    clip.start = fields.at("start", "seconds").number(-kMostSeconds, kMostSeconds);
    clip.end = fields.at("end", "seconds").number(clip.start, kMostSeconds);
    return clip;
}

/// Refuses ids that come twice, or begin with another: what removes entries by a prefix would take both.
void requireApart(const Conversation& conversation, const std::vector<OrderedJsonValue>& places)
{
    std::vector<std::string> ids;
    for (const ConversationParticipant& one : conversation.participants)
        ids.push_back(one.id);
    std::ranges::sort(ids);
    const bool areApart
        = std::ranges::adjacent_find(
              ids, [](const std::string& a, const std::string& b) { return b.starts_with(a); })
        == ids.end();
    std::set<int> faces, channels;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const ConversationParticipant& one = conversation.participants[i];
        for (std::size_t k = 0; k < places.size() && !areApart; ++k) {
            const std::string& other = conversation.participants[k].id;
            if (i != k && one.id.starts_with(other))
                places[i].complain("has the id " + one.id + ", which begins with that of the participant "
                                   + other + "; a - behind the shorter one tells them apart");
        }
        if (one.face && !faces.insert(*one.face).second)
            places[i].complain("has the face of another participant");
        if (one.channel && !channels.insert(*one.channel).second)
            places[i].complain("has the channel of another participant");
    }
}

Conversation conversationOf(const OrderedJsonValue& value)
{
    OrderedJsonFields fields = value.fields();
    Conversation conversation;
    conversation.id = plainId(fields.at("id", "the id of the conversation"));
    const std::string media = fields.choice("media", mediaKinds());
    conversation.media
        = static_cast<ConversationMedia>(std::ranges::find(mediaKinds(), media) - mediaKinds().begin());
    conversation.episode = fields.text("episode", "");
    const std::vector<OrderedJsonValue> participants = fields.items("participants");
    if (participants.empty())
        value.complain("has no participants");
    for (const OrderedJsonValue& who : participants)
        conversation.participants.push_back(participantOf(who));
    requireApart(conversation, participants);
    for (const OrderedJsonValue& clip : fields.items("clips"))
        conversation.clips.push_back(clipOf(clip, conversation));
    return conversation;
}

}

const ConversationParticipant* Conversation::participant(std::string_view wanted) const
{
    const auto found = std::ranges::find(participants, wanted, &ConversationParticipant::id);
    return found == participants.end() ? nullptr : &*found;
}

std::string participantId(const std::string& name)
{
    std::string id;
    for (const char letter : inLowerCase(name)) {
        const bool isKept = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9')
            || (static_cast<unsigned char>(letter) & 0x80U) != 0;
        if (isKept)
            id += letter;
        else if (!id.ends_with('_'))
            id += '_';
    }
    return id;
}

std::vector<std::string> participantIds(const std::vector<std::string>& names)
{
    std::vector<std::string> ids;
    for (const std::string& name : names)
        ids.push_back(participantId(name));
    std::set<std::string> all(ids.begin(), ids.end());
    for (std::string& id : ids) {
        const auto next = all.upper_bound(id); // those that begin with an id follow it
        if (next != all.end() && next->starts_with(id))
            id += '-';
    }
    return ids;
}

std::vector<Conversation> conversationsOf(const nlohmann::ordered_json& more, const std::string& file)
{
    std::vector<Conversation> conversations;
    if (!more.is_object() || !more.contains(kConversationsField))
        return conversations;
    const OrderedJsonValue list(more.at(kConversationsField), {kInvalid, file, kConversationsField});
    std::set<std::string> ids;
    for (const OrderedJsonValue& value : list.items("a list of conversations")) {
        conversations.push_back(conversationOf(value));
        if (!ids.insert(conversations.back().id).second)
            value.complain("has the id " + conversations.back().id + ", as another conversation has");
    }
    return conversations;
}

void storeConversations(nlohmann::ordered_json& more, const std::vector<Conversation>& conversations)
{
    nlohmann::ordered_json& list = more[kConversationsField] = nlohmann::ordered_json::array();
    for (const Conversation& one : conversations) {
        nlohmann::ordered_json written{{"id", one.id},
                                       {"media", mediaKinds()[static_cast<std::size_t>(one.media)]}};
        if (!one.episode.empty())
            written["episode"] = one.episode;
        for (const ConversationParticipant& who : one.participants) {
            nlohmann::ordered_json& made
                = written["participants"].emplace_back(nlohmann::ordered_json{{"id", who.id}});
            const auto put = [&](const char* name, const auto& value, bool isGiven) {
                if (isGiven)
                    made[name] = value;
            };
            put("name", who.name, !who.name.empty());
            put("person", who.person, !who.person.empty());
            put("role", who.role, !who.role.empty());
            put("offset_s", who.time.offset, who.time.offset != 0.0);
            put("drift_ppm", who.time.driftPpm, who.time.driftPpm != 0.0);
            put("face", who.face.value_or(0), who.face.has_value());
            put("channel", who.channel.value_or(0), who.channel.has_value());
        }
        for (const ConversationClip& clip : one.clips)
            written["clips"].push_back(nlohmann::ordered_json{{"file", clip.file.generic_string()},
                                                              {"participant", clip.participant},
                                                              {"start", clip.start},
                                                              {"end", clip.end}});
        list.push_back(std::move(written));
    }
}

void setRecordingTime(nlohmann::ordered_json& more, const std::string& conversation,
                      const std::string& participant, const RecordingTime& time)
{
    if (more.is_object() && more.contains(kConversationsField)) {
        for (nlohmann::ordered_json& one : more[kConversationsField]) {
            if (one.value("id", "") != conversation)
                continue;
            for (nlohmann::ordered_json& who : one["participants"]) {
                if (who.value("id", "") != participant)
                    continue;
                who["offset_s"] = time.offset;
                who["drift_ppm"] = time.driftPpm;
                return;
            }
        }
    }
    throw FormatError(kInvalid, conversation + "@" + participant, "is no participant of the list");
}

}
