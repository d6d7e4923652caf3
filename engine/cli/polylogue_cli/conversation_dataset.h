#pragma once

#include "engine/conversation_sources/named_signal.h"
#include "engine/sequences/csd_file.h"
#include "engine/sequences/dataset_list.h"
#include "engine/worker/probe.h"

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace engine::cli {

/// A dataset list with its conversations; sequences are opened when they are asked for.
class ConversationDataset {
public:
    /// Where the list has no field `conversations`, ids that share what stands before `@` are conversations.
    /// @param chosen  a conversation; empty: all
    /// @throws as readDatasetList(); FormatError (`conversation_invalid`), (`no_conversations`),
    /// (`unknown_conversation`).
    ConversationDataset(const std::filesystem::path& path, const std::string& chosen);

    const std::filesystem::path& path() const { return m_path; }
    const DatasetList& list() const { return m_list; }
    const std::vector<Conversation>& conversations() const { return m_conversations; }
    /// Null: the list has no such sequence. @throws as CsdFile and Prober.
    std::shared_ptr<const SequenceFile> sequence(const std::string& key);
    ConversationFiles files(); ///< of this dataset, which must live on

    std::set<std::string> videos(); ///< that have an entry in any sequence, or a recording

private:
    std::filesystem::path m_path;
    DatasetList m_list;
    std::unique_ptr<Prober> m_prober;
    std::map<std::string, std::shared_ptr<const SequenceFile>> m_open;
    std::vector<Conversation> m_conversations;
};

}
