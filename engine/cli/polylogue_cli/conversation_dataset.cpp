#include "engine/cli/polylogue_cli/conversation_dataset.h"

#include "engine/cli/polylogue_cli/cli_output.h"
#include "engine/cli/probing.h"
#include "engine/conversation_sources/conversation_rows.h"
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
        conversationsOfIds();
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

void ConversationDataset::conversationsOfIds()
{
    std::map<std::string, std::vector<std::string>> people;
    for (const DatasetList::Sequence& listed : m_list.sequences) {
        const std::shared_ptr<const SequenceFile> file = sequence(listed.name);
        for (const std::string& entry : file->ids()) {
            const std::string id = strippedId(entry);
            const std::size_t at = id.find('@');
            if (at == std::string::npos || at == 0 || id.find('@', at + 1) != std::string::npos)
                continue;
            std::vector<std::string>& known = people[id.substr(0, at)];
            if (std::ranges::find(known, id.substr(at + 1)) == known.end())
                known.push_back(id.substr(at + 1));
        }
    }
    for (const auto& [id, participants] : people) {
        Conversation& made = m_conversations.emplace_back();
        made.id = id;
        for (const std::string& who : participants) {
            made.participants.emplace_back();
            made.participants.back().id = who;
        }
    }
}

std::shared_ptr<const SequenceFile> ConversationDataset::sequence(const std::string& key)
{
    const auto known = m_open.find(key);
    if (known != m_open.end())
        return known->second;
    const DatasetList::Sequence* listed = m_list.sequence(key);
    return listed ? m_open.emplace(key, openProbed(listed->file, *m_prober)).first->second : nullptr;
}

double ConversationDataset::extentOf(const Conversation& conversation)
{
    double extent = 0.0;
    for (const DatasetList::Sequence& listed : m_list.sequences) {
        const std::shared_ptr<const SequenceFile> file = sequence(listed.name);
        for (const ConversationParticipant& who : conversation.participants) {
            const std::string id = conversation.entryOf(who);
            if (!file->contains(id))
                continue;
            for (const Interval& row : file->intervals(id).values)
                extent = std::max(extent, timeOfRows(*file, who).ofFile(row.end));
        }
    }
    return extent;
}

NamedSignal NamedSignal::parse(const std::string& text)
{
    const std::size_t colon = text.find(':');
    if (colon == std::string::npos || colon == 0 || colon + 1 == text.size())
        throw FormatError("unknown_signal", text,
                          "is no signal: SEQUENCE:COLUMN is expected, as visual:smile");
    return {text.substr(0, colon), text.substr(colon + 1)};
}

std::shared_ptr<const SequenceFile> sequenceOf(ConversationDataset& dataset, const NamedSignal& signal)
{
    if (std::shared_ptr<const SequenceFile> file = dataset.sequence(signal.sequence))
        return file;
    std::string known;
    for (const DatasetList::Sequence& listed : dataset.list().sequences)
        known += (known.empty() ? "" : ", ") + listed.name;
    throw FormatError("unknown_signal", dataset.path().string(),
                      "has no sequence " + signal.sequence + "; there are " + known);
}

}
