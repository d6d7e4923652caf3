#include "engine/cli/polylogue_cli/conversation_dataset.h"

#include "engine/cli/polylogue_cli/cli_output.h"
#include "engine/cli/probing.h"
#include "engine/conversations/known_conversations.h"
#include "engine/core/error.h"
#include "engine/sequences/computational_sequence.h"

#include <algorithm>

namespace engine::cli {

namespace {

std::string namesOf(const std::vector<Conversation>& conversations)
{
    std::string names;
    for (std::size_t i = 0; i < std::min<std::size_t>(conversations.size(), 20); ++i)
        names += (i == 0 ? "" : ", ") + conversations[i].id;
    return names + (conversations.size() > 20 ? ", …" : "");
}

}

ConversationDataset::ConversationDataset(const std::filesystem::path& path, const std::string& chosen)
    : m_path(datasetListOf(path))
    , m_list(readDatasetList(m_path))
    , m_prober(makeProber())
    , m_conversations(conversationsOf(m_list.more, m_path.string()))
{
    if (!m_list.more.contains("conversations"))
        m_conversations = conversationsOfIds(videos());
    if (m_conversations.empty())
        throw FormatError("no_conversations", m_path.string(),
                          "has no conversations: the field conversations, or ids with @, are expected");
    if (chosen.empty())
        return;
    const std::string known = namesOf(m_conversations);
    std::erase_if(m_conversations, [&](const Conversation& one) { return one.id != chosen; });
    if (m_conversations.empty())
        throw FormatError("unknown_conversation", m_path.string(),
                          "has no conversation " + chosen + "; there are " + known);
}

std::set<std::string> ConversationDataset::videos()
{
    std::set<std::string> ids;
    for (const DatasetList::Media& media : m_list.media)
        ids.insert(media.id);
    for (const DatasetList::Sequence& listed : m_list.sequences) {
        for (const std::string& entry : sequence(listed.name)->ids())
            ids.insert(strippedId(entry));
    }
    return ids;
}

ConversationFiles ConversationDataset::files()
{
    return {m_list, m_path.string(), [this](const std::string& key) { return sequence(key); }};
}

std::shared_ptr<const SequenceFile> ConversationDataset::sequence(const std::string& key)
{
    const auto known = m_open.find(key);
    if (known != m_open.end())
        return known->second;
    const DatasetList::Sequence* listed = m_list.sequence(key);
    return listed ? m_open.emplace(key, openProbed(listed->file, *m_prober)).first->second : nullptr;
}

}
