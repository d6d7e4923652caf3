#include "engine/corpora/gathered_rows.h"

#include "engine/sequences/computational_sequence.h"
#include "engine/sequences/csd_writer.h"

#include <algorithm>

namespace engine {

GatheredRows::GatheredRows(std::string name, std::vector<std::string> columns)
    : m_name(std::move(name))
    , m_columns(std::move(columns))
{
    m_metadata["root name"] = m_name;
    if (!m_columns.empty())
        m_metadata["dimension names"] = m_columns;
}

void GatheredRows::describe(const std::string& field, const nlohmann::ordered_json& value)
{
    m_metadata[field] = value;
}

void GatheredRows::add(const std::string& id, const Interval& row, const std::vector<float>& values)
{
    m_entries[id].push_back({row, values, {}});
    ++m_rows;
}

void GatheredRows::add(const std::string& id, const Interval& row, std::string text)
{
    m_entries[id].push_back({row, {}, std::move(text)});
    ++m_rows;
}

void GatheredRows::writeInto(CorpusDataset& made, const std::string& group) const
{
    if (isEmpty())
        return;
    ComputationalSequence sequence;
    sequence.setMetadata(m_metadata);
    for (const auto& [id, gathered] : m_entries) {
        std::vector<const Row*> rows;
        for (const Row& row : gathered)
            rows.push_back(&row);
        std::ranges::stable_sort(rows, {}, [](const Row* row) { return row->interval.start; });
        IntervalArray intervals;
        std::vector<float> values;
        std::vector<std::string> texts;
        for (const Row* const row : rows) {
            intervals.values.push_back(row->interval);
            values.insert(values.end(), row->values.begin(), row->values.end());
            texts.push_back(row->text);
        }
        if (m_columns.empty())
            sequence.put(id, {std::move(intervals), {ElementType::Text, {rows.size(), 1}, std::move(texts)}});
        else
            sequence.put(id,
                         {std::move(intervals),
                          {ElementType::Float32, {rows.size(), m_columns.size()}, std::move(values)}});
    }
    const std::filesystem::path file = made.list.root / (m_name + ".csd");
    writeCsd(sequence, file);
    made.list.sequences.push_back({group, m_name, file});
}

}
