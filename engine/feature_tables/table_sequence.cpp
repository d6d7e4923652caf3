#include "engine/feature_tables/table_sequence.h"

#include "engine/core/error.h"

#include <fmt/format.h>

namespace engine {

namespace {

FeatureArray arrayOf(const FeatureMatrix& matrix)
{
    return {ElementType::Float32, {matrix.rows, matrix.columns}, matrix.values};
}

}

TableSequence::TableSequence(const std::string& name, const std::vector<std::filesystem::path>& files)
    : EntryFiles(files.front())
{
    for (const std::filesystem::path& file : files) {
        const auto [known, isNew] = m_files.emplace(file.stem().string(), file);
        if (!isNew)
            throw FormatError(
                "data_invalid", file.string(),
                fmt::format("has the same name as {}; a table is known by its name", known->second.string()));
    }
    for (const auto& [id, file] : m_files)
        m_ids.push_back(id);
    m_groupName = m_rootName = name;
    m_lastId = files.front().stem().string();
    m_last = std::make_shared<const FeatureTable>(readFeatureTable(files.front()));
    m_notes[m_lastId] = m_last->notes;
    m_columns = m_last->rows.columns;
    std::vector<std::string> names;
    for (const FeatureColumn& column : m_columns)
        names.push_back(column.name);
    m_metadata["root name"] = name;
    m_metadata["dimension names"] = names;
    m_metadata["computational sequence description"] = "features of " + name + ", read from its tables";
}

EntryShape TableSequence::shape(const std::string& id) const
{
    const std::size_t rows = table(id)->rows.values.rows;
    return {{rows, 2}, {rows, m_columns.size()}, ElementType::Float64, ElementType::Float32};
}

IntervalArray TableSequence::intervals(const std::string& id) const
{
    IntervalArray intervals;
    intervals.values = table(id)->rows.intervals;
    return intervals;
}

FeatureArray TableSequence::features(const std::string& id) const
{
    return arrayOf(table(id)->rows.values);
}

Entry TableSequence::entry(const std::string& id) const
{
    return {intervals(id), features(id)};
}

SequenceFile::RowReader TableSequence::openRows(const std::string& id) const
{
    const auto all = std::make_shared<const FeatureArray>(features(id));
    return [all](std::size_t first, std::size_t count) { return all->slice(first, count).values; };
}

std::vector<std::filesystem::path> TableSequence::files() const
{
    std::vector<std::filesystem::path> files;
    for (const auto& [id, file] : m_files)
        files.push_back(file);
    return files;
}

std::vector<std::string> TableSequence::notes(const std::string& id) const
{
    {
        const std::lock_guard lock(m_mutex);
        if (const auto known = m_notes.find(id); known != m_notes.end())
            return known->second;
    }
    table(id);
    const std::lock_guard lock(m_mutex);
    return m_notes.at(id);
}

std::shared_ptr<const FeatureTable> TableSequence::table(const std::string& id) const
{
    const std::lock_guard lock(m_mutex);
    if (m_last && m_lastId == id)
        return m_last;
    const std::filesystem::path& file = m_files.at(id);
    auto read = std::make_shared<const FeatureTable>(readFeatureTable(file));
    if (read->rows.columns != m_columns)
        throw FormatError(
            "data_invalid", file.string(),
            fmt::format("has other columns than {}, with which it would be one sequence", m_path.string()));
    m_notes[id] = read->notes;
    m_lastId = id;
    m_last = read;
    return read;
}

}
