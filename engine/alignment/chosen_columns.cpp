#include "engine/alignment/chosen_columns.h"

#include "engine/core/error.h"
#include "engine/sequences/column_names.h"

#include <algorithm>
#include <fmt/format.h>
#include <fnmatch.h>

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

ChosenColumns::ChosenColumns(CsdFile file, const std::vector<std::string>& patterns, const std::string& field)
    : m_file(std::move(file))
{
    if (patterns.empty() || m_file.ids().empty())
        return;
    const auto& shape = m_file.shape(m_file.ids().front()).features;
    const std::size_t width = shape.size() > 1 ? shape[1] : 1;
    const std::vector<std::string> names = columnNames(m_file, width).names;
    std::vector<bool> isChosen(width, false);
    for (const std::string& pattern : patterns) {
        bool isFound = false;
        for (std::size_t column = 0; column < width; ++column) {
            if (!matches(pattern, names[column]))
                continue;
            isFound = true;
            isChosen[column] = true;
        }
        if (!isFound)
            throw FormatError("recipe_invalid", "recipe." + field,
                              fmt::format("{} is no column of {}; its columns are {}", pattern,
                                          m_file.path().filename().string(), someOf(names)));
    }
    for (std::size_t column = 0; column < width; ++column) {
        if (isChosen[column])
            m_columns.push_back(column);
    }
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
    FeatureMatrix chosen(rows.features.rows, m_columns.size());
    for (std::size_t row = 0; row < chosen.rows; ++row) {
        for (std::size_t i = 0; i < m_columns.size(); ++i)
            chosen.at(row, i) = rows.features.at(row, m_columns[i]);
    }
    rows.features = std::move(chosen);
    return rows;
}

}
