#include "engine/agreement/rating_table.h"

#include "engine/core/error.h"

#include <cmath>
#include <fmt/format.h>

namespace engine {

RatingTable::RatingTable(std::string label, std::vector<std::string> units, std::vector<std::string> raters,
                         std::vector<std::string> videos)
    : m_label(std::move(label))
    , m_units(std::move(units))
    , m_raters(std::move(raters))
    , m_videos(std::move(videos))
    , m_cells(m_units.size() * m_raters.size())
{
    if (!m_videos.empty() && m_videos.size() != m_units.size())
        throw ShapeError("row_mismatch", "A table of ratings names a video for each of its units, or none.");
}

void RatingTable::setValue(std::size_t unit, std::size_t rater, std::optional<double> value)
{
    if (value && !std::isfinite(*value))
        throw ShapeError(
            "not_finite",
            fmt::format("{}'s rating of {} is not a finite number.", m_raters[rater], m_units[unit]));
    m_cells[unit * m_raters.size() + rater] = value;
}

std::vector<double> RatingTable::valuesOf(std::size_t unit) const
{
    std::vector<double> values;
    for (const std::optional<double>& cell : row(unit)) {
        if (cell)
            values.push_back(*cell);
    }
    return values;
}

std::vector<std::optional<double>> RatingTable::column(std::size_t rater) const
{
    std::vector<std::optional<double>> cells;
    cells.reserve(m_units.size());
    for (std::size_t unit = 0; unit < m_units.size(); ++unit)
        cells.push_back(value(unit, rater));
    return cells;
}

std::optional<double> RatingTable::mean(std::size_t unit, std::optional<std::size_t> except) const
{
    double sum = 0.0;
    std::size_t count = 0;
    for (std::size_t rater = 0; rater < m_raters.size(); ++rater) {
        if (const auto cell = value(unit, rater); cell && rater != except) {
            sum += *cell;
            ++count;
        }
    }
    return count > 0 ? std::optional(sum / static_cast<double>(count)) : std::nullopt;
}

RatingTable RatingTable::without(std::size_t rater) const
{
    std::vector<std::string> others = m_raters;
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(rater));
    RatingTable rest(m_label, m_units, std::move(others), m_videos);
    rest.m_categories = m_categories;
    for (std::size_t unit = 0; unit < m_units.size(); ++unit) {
        for (std::size_t other = 0; other < rest.m_raters.size(); ++other)
            rest.setValue(unit, other, value(unit, other < rater ? other : other + 1));
    }
    return rest;
}

std::string RatingTable::text(double value) const
{
    if (value >= 0.0 && value < static_cast<double>(m_categories.size()))
        return m_categories[static_cast<std::size_t>(value)];
    return fmt::format("{}", value);
}

std::vector<std::pair<std::size_t, std::size_t>> raterPairs(const RatingTable& table)
{
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (std::size_t first = 0; first < table.raters().size(); ++first) {
        for (std::size_t second = first + 1; second < table.raters().size(); ++second)
            pairs.emplace_back(first, second);
    }
    return pairs;
}

}
