#pragma once

#include "engine/sequences/sequence_file.h"

#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace engine {

/// A modality's features with their intervals, by video (`v`) or segment (`v[k]`) id, in order, with
/// metadata.
///
/// Entries come lazily from a file, or were put in memory; those in memory hide those of the file. The file
/// itself is never changed. Copies share the file.
class ComputationalSequence {
public:
    ComputationalSequence() = default;
    explicit ComputationalSequence(std::shared_ptr<const SequenceFile> file);

    const Metadata& metadata() const { return m_metadata; }
    void setMetadata(Metadata metadata) { m_metadata = std::move(metadata); }
    std::string rootName() const;

    const std::vector<std::string>& ids() const { return m_ids; }
    bool contains(const std::string& id) const;
    /// @throws FormatError (`data_invalid`) for an unknown id or a damaged entry.
    Entry entry(const std::string& id) const;
    /// @throws as entry().
    EntryShape shape(const std::string& id) const;
    /// What messages call the sequence: its file, else its root name.
    std::string name() const;

    /// An entry that was put in memory, shared; null: the entry is still in the file.
    /// @throws as entry(), for an unknown id.
    std::shared_ptr<const Entry> held(const std::string& id) const;
    /// Null when the sequence was made in memory.
    const std::shared_ptr<const SequenceFile>& file() const { return m_file; }

    void put(const std::string& id, Entry entry);
    void remove(const std::string& id);
    void remove(const std::set<std::string>& ids); ///< takes O(N + k log N)
    /// Removes all entries, keeps the metadata.
    void clear();

private:
    std::shared_ptr<const SequenceFile> m_file;
    Metadata m_metadata;
    std::vector<std::string> m_ids;
    std::map<std::string, std::shared_ptr<const Entry>, std::less<>> m_entries; ///< null: still in the file
};

/// Sequences by key, in the order in which they were loaded.
using Dataset = std::vector<std::pair<std::string, ComputationalSequence>>;

/// The ids of each video's entries: `v`, or its segments `v[k]`.
std::map<std::string, std::vector<std::string>> idsByVideo(const std::vector<std::string>& ids);

/// `video_07[12]` → `video_07`, as mmdatasdk cuts the ids of entries: at the first bracket. An id without any
/// is itself. (The video of a labelled segment: videoOfSegment(), core/segment_id.h.)
std::string strippedId(const std::string& id);

}
