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

TableSequence::TableSequence(const TableOrigin& origin, const std::vector<std::filesystem::path>& files)
    : SequenceFile(files.front())
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
    m_groupName = m_rootName = origin.name;
    const auto first = readFeatureTable(files.front());
    m_columns = first.rows.columns;
    std::vector<std::string> names;
    for (const FeatureColumn& column : m_columns)
        names.push_back(column.name);
    m_metadata["root name"] = origin.name;
    m_metadata["dimension names"] = names;
    m_metadata["computational sequence description"]
        = "features of " + origin.name + ", read from its tables";
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
    m_lastId = id;
    m_last = read;
    return read;
}

}
