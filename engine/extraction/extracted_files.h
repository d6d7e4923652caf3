#pragma once

#include "engine/extraction/extraction_record.h"
#include "engine/extraction/part_store.h"
#include "engine/sequences/dataset_list.h"

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace engine {

/// The folder of an extraction's results: parts of recordings while they are made, sequences and lists once
/// they are joined. Thread-safe for different recordings, but for join().
class ExtractedFiles {
public:
    /// @param from  the list that recordings come from; empty: none. A folder without a list of its own gets
    /// what that one says, in place of its sequences of the same names
    /// @throws IoError, FormatError when what lies there cannot be read.
    ExtractedFiles(std::filesystem::path out, const std::filesystem::path& from);

    /// Whether the set of a recording is there, made of the same.
    /// @param again  what earlier runs made does not count
    bool has(FeatureSet set, const std::string& id, const std::string& step, const std::string& key,
             bool again = false) const;
    bool has(FeatureSet set, const std::string& id) const; ///< made of whatever
    /// What the record says about a step that was done before.
    std::string reasonBefore(const std::string& id, const std::string& step, FeatureSet set) const;
    void put(ExtractedEntry entry, const std::string& id, const std::string& key, const std::string& note);
    /// The words of a recording. @throws FormatError when they are damaged.
    TimedText words(const std::string& id) const;
    /// A set of a recording, of this run or of an earlier one. @throws FormatError when it is damaged.
    Entry entry(FeatureSet set, const std::string& id) const;

    /// Writes `<set>.csd` for each set that has parts, with the entries that the folder has of other
    /// recordings, then `dataset.json` and `extraction.json`; the parts go.
    /// @throws IoError (`io`), FormatError (`data_invalid`).
    void join(const ExtractionRecord& record, const ExtractionSettings& settings,
              const std::vector<Recording>& recordings, const RunContext& run);
    /// The same for the recordings that are whole before the others: the dataset can be opened. Their parts
    /// stay, so that join() makes what it would have made without this.
    void joinSoFar(const ExtractionRecord& record, const ExtractionSettings& settings,
                   const std::vector<Recording>& whole, const RunContext& run) const;

private:
    void write(const ExtractionRecord& record, const ExtractionSettings& settings,
               const std::vector<Recording>& recordings, const RunContext& run) const;
    std::filesystem::path fileOf(FeatureSet set) const;
    /// @param gone  recordings whose entries were made before and are not made of what there is now
    void joinSet(const FeatureSetFacts& facts, const std::vector<std::string>& fresh,
                 const std::set<std::string>& gone, const RunContext& run) const;
    DatasetList listOfOthers() const;
    void listThem(const ExtractionRecord& record, const std::vector<Recording>& recordings) const;

    std::filesystem::path m_out;
    PartStore m_parts;
    ExtractionRecord m_before;
    bool m_hadList; ///< before this run
    std::optional<DatasetList> m_from; ///< the list that recordings come from
    std::map<FeatureSet, std::shared_ptr<const CsdFile>> m_joined; ///< sequences that are there from before
};

}
