#include "engine/conversations/listed_conversations.h"

namespace engine {

KnownConversations listedConversations(const DatasetList& list)
{
    if (list.more.contains(kConversationsField))
        return KnownConversations(conversationsOf(list.more, list.name));
    std::set<std::string> videos;
    for (const DatasetList::Media& media : list.media) {
        if (media.id.find('@') != std::string::npos)
            videos.insert(media.id);
    }
    return KnownConversations(conversationsOfIds(videos));
}

}
