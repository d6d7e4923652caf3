#pragma once

#include "engine/extraction/extraction_step.h"
#include "engine/sequences/csd_file.h"

#include <filesystem>
#include <string>

namespace engine {

/// Entries of sequences that are done, until they are joined: a file for each recording and set in the folder
/// `.parts` of the results. What was done before a crash, or by another shard, is found there again.
///
/// A part is known by its key, which tells what it was made of; thread-safe for different recordings.
class PartStore {
public:
    explicit PartStore(std::filesystem::path out);

    /// Whether there is a part of this set with this key.
    bool has(FeatureSet set, const std::string& id, const std::string& key) const;
    bool has(FeatureSet set, const std::string& id) const; ///< with whatever key
    /// @throws IoError (`io`).
    /// @param note  what one should know about it; may be empty
    void put(ExtractedEntry part, const std::string& id, const std::string& key,
             const std::string& note) const;
    /// Empty: there is no part, or nothing was noted.
    std::string noteOf(FeatureSet set, const std::string& id) const;
    /// The part with its sequence's metadata. @throws FormatError, IoError when it is damaged.
    ExtractedEntry get(FeatureSet set, const std::string& id) const;
    /// All parts go, once they are joined.
    void clear() const;

private:
    std::filesystem::path fileOf(FeatureSet set, const std::string& id) const;

    std::filesystem::path m_folder;
};

}
