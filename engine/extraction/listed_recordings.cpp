#include "engine/extraction/listed_recordings.h"

#include "engine/conversations/conversation_list.h"
#include "engine/core/segment_id.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace engine {

std::filesystem::path normalPath(const std::filesystem::path& file)
{
    return std::filesystem::absolute(file).lexically_normal();
}

std::vector<Recording> recordingsIn(const DatasetList& list)
{
    std::vector<Recording> recordings;
    const std::vector<Conversation> conversations = conversationsOf(list.more, list.name);
    const auto isOfChannels = [&](const std::string& id) {
        const auto found = std::ranges::find(conversations, id, &Conversation::id);
        return found != conversations.end() && found->media == ConversationMedia::Channels;
    };
    for (const DatasetList::Media& media : list.media) {
        if (!isOfChannels(media.id))
            recordings.push_back({storedId(media.id), normalPath(media.file.path()), std::nullopt});
    }
    for (const Conversation& conversation : conversations) {
        const DatasetList::Media* whole = list.mediaOf(conversation.id);
        for (const ConversationParticipant& who : conversation.participants) {
            if (!whole || !who.channel)
                continue;
            Recording recording{conversation.id + "@" + who.id, normalPath(whole->file.path()), std::nullopt};
            recording.channel = who.channel;
            recordings.push_back(std::move(recording));
        }
        std::vector<ConversationClip> clips = conversation.clips;
        std::ranges::stable_sort(clips, {}, &ConversationClip::start);
        std::map<std::string, std::size_t> counts;
        for (const ConversationClip& clip : clips) {
            Recording recording{
                fmt::format("{}@{}[{}]", conversation.id, clip.participant, counts[clip.participant]++),
                normalPath(list.root / clip.file), std::nullopt};
            recording.clipStart = clip.start;
            recordings.push_back(std::move(recording));
        }
    }
    return recordings;
}

}
