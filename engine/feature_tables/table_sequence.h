#pragma once

#include "engine/feature_tables/entry_files.h"
#include "engine/feature_tables/feature_table.h"

#include <map>
#include <memory>
#include <mutex>

namespace engine {

/// Tables of one extractor as one computational sequence: an entry for each, by the file's name without its
/// ending. A table is read when its entry is asked for; the last one stays in memory.
class TableSequence final : public EntryFiles {
public:
    /// @param name  of what wrote them, as TableOrigin has it; the sequence is called so
    /// @param files  at least one, with different names
    /// @throws FormatError (`data_invalid`) when two have one name; as readFeatureTable() for the first,
    /// whose columns are the sequence's.
    TableSequence(const std::string& name, const std::vector<std::filesystem::path>& files);

    EntryShape shape(const std::string& id) const override;
    IntervalArray intervals(const std::string& id) const override;
    FeatureArray features(const std::string& id) const override;
    Entry entry(const std::string& id) const override;
    RowReader openRows(const std::string& id) const override;
    std::vector<std::filesystem::path> files() const override;
    std::vector<std::string> notes(const std::string& id) const override;

private:
    /// @throws as readFeatureTable(); FormatError (`data_invalid`) for other columns than the first's.
    std::shared_ptr<const FeatureTable> table(const std::string& id) const;

    std::map<std::string, std::filesystem::path> m_files;
    std::vector<FeatureColumn> m_columns;
    mutable std::mutex m_mutex; ///< of those below
    mutable std::map<std::string, std::vector<std::string>> m_notes; ///< of the tables that were read
    mutable std::string m_lastId;
    mutable std::shared_ptr<const FeatureTable> m_last;
};

}
