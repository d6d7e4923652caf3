#include "app/extraction/listed_parts.h"

#include "engine/conversations/conversation_list.h"
#include "engine/core/segment_id.h"
#include "engine/extraction/listed_recordings.h"

#include <algorithm>
#include <map>

namespace app {

std::vector<ListedPart> listedParts(const engine::DatasetList& list)
{
    std::map<std::string, double> lengths; // of all clips of a participant
    for (const engine::Conversation& conversation : engine::conversationsOf(list.more, list.name)) {
        for (const engine::ConversationClip& clip : conversation.clips)
            lengths[conversation.id + "@" + clip.participant] += std::max(0.0, clip.end - clip.start);
    }
    std::vector<ListedPart> parts;
    std::map<std::string, std::size_t> places; // of participants with clips
    for (const engine::Recording& recording : engine::recordingsIn(list)) {
        if (recording.channel)
            parts.push_back({recording.id, recording.media, 0.0, 0, recording.channel});
        if (!recording.clipStart)
            continue;
        const std::string name = engine::entryOfSegment(recording.id);
        const auto [place, isNew] = places.emplace(name, parts.size());
        if (isNew)
            parts.push_back({name, recording.media, lengths[name]});
        ++parts[place->second].clips;
    }
    return parts;
}

}
