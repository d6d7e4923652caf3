#pragma once

#include "engine/core/interval.h"
#include "engine/corpora/corpus_dataset.h"
#include "engine/sequences/metadata.h"

#include <map>
#include <string>
#include <vector>

namespace engine {

/// Rows that a reader of a corpus finds one after the other, which become a sequence of its dataset.
class GatheredRows {
public:
    /// @param columns  names of the numbers of each row; none: each row is a text
    explicit GatheredRows(std::string name, std::vector<std::string> columns = {});

    /// A field of the metadata.
    void describe(const std::string& field, const nlohmann::ordered_json& value);
    /// @param values  as many as columns. @param row  seconds
    void add(const std::string& id, const Interval& row, const std::vector<float>& values);
    void add(const std::string& id, const Interval& row, std::string text);

    bool isEmpty() const { return m_entries.empty(); }
    std::size_t rows() const { return m_rows; }
    /// Writes `NAME.csd` into the dataset's folder and lists the file; entries have their rows in the order
    /// of their starts. Does nothing where there are no rows. @throws IoError (`io`).
    void writeInto(CorpusDataset& made, const std::string& group) const;

private:
    struct Row {
        Interval interval;
        std::vector<float> values;
        std::string text;
    };
    std::string m_name;
    std::vector<std::string> m_columns;
    Metadata m_metadata;
    std::map<std::string, std::vector<Row>> m_entries;
    std::size_t m_rows = 0;
};

}
