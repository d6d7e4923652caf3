#include "engine/alignment/chosen_columns.h"

#include "engine/core/error.h"
#include "engine/core/same_length.h"
#include "engine/sequences/column_names.h"

#include <algorithm>
#include <fmt/format.h>
#include <fnmatch.h>
#include <set>

namespace engine {

namespace {

constexpr std::size_t kMostNamed = 8; ///< columns in a message

std::string withoutUnit(const std::string& name)
{
    return name.substr(0, name.find(" ["));
}

bool matches(const std::string& pattern, const std::string& name)
{
    return fnmatch(pattern.c_str(), name.c_str(), 0) == 0
        || fnmatch(pattern.c_str(), withoutUnit(name).c_str(), 0) == 0;
}

std::string someOf(const std::vector<std::string>& names)
{
    const std::vector<std::string> first(
        names.begin(), names.begin() + static_cast<std::ptrdiff_t>(std::min(names.size(), kMostNamed)));
    return fmt::format("{}{}", fmt::join(first, ", "), names.size() > kMostNamed ? ", …" : "");
}

}

std::vector<std::size_t> columnsCalled(const std::vector<std::string>& names, const std::string& pattern)
{
    std::vector<std::size_t> columns;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (matches(pattern, names[i]))
            columns.push_back(i);
    }
    return columns;
}

std::optional<std::vector<std::size_t>> columnsCalled(const std::vector<std::string>& names,
                                                      const std::vector<std::string>& patterns)
{
    std::set<std::size_t> all;
    for (const std::string& pattern : patterns) {
        const std::vector<std::size_t> columns = columnsCalled(names, pattern);
        if (columns.empty())
            return std::nullopt;
        all.insert(columns.begin(), columns.end());
    }
    return std::vector(all.begin(), all.end());
}

FeatureMatrix withColumns(MatrixView matrix, const std::vector<std::size_t>& columns)
{
    for (const std::size_t column : columns)
        requirePlace("column", column, matrix.columns);
    FeatureMatrix chosen(matrix.rows, columns.size());
    for (std::size_t row = 0; row < chosen.rows; ++row) {
        for (std::size_t i = 0; i < columns.size(); ++i)
            chosen.at(row, i) = matrix.at(row, columns[i]);
    }
    return chosen;
}

ChosenColumns::ChosenColumns(CsdFile file, const std::vector<std::string>& patterns, const std::string& field)
    : m_file(std::move(file))
{
    if (patterns.empty() || m_file.ids().empty())
        return;
    const auto& shape = m_file.shape(m_file.ids().front()).features;
    const std::size_t width = shape.size() > 1 ? shape[1] : 1;
    const std::vector<std::string> names = columnNames(m_file, width).names;
    for (const std::string& pattern : patterns) {
        if (columnsCalled(names, pattern).empty())
            throw FormatError("recipe_invalid", "recipe." + field,
                              fmt::format("{} is no column of {}; its columns are {}", pattern,
                                          m_file.path().filename().string(), someOf(names)));
    }
    m_columns = *columnsCalled(names, patterns);
}

TimedFeatures ChosenColumns::read(const std::string& id) const
{
    TimedFeatures rows = readFeatures(m_file, id);
    if (m_columns.empty() || rows.features.rows == 0)
        return rows;
    if (m_columns.back() >= rows.features.columns)
        throw FormatError(
            "data_invalid", m_file.path().string(),
            fmt::format("{} has {} columns, fewer than other entries", id, rows.features.columns));
    rows.features = withColumns(rows.features, m_columns);
    return rows;
}

}
