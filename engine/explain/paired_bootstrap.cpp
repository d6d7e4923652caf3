#include "engine/explain/paired_bootstrap.h"

#include "engine/core/same_length.h"

#include <limits>
#include <map>

namespace engine {

namespace {

/// The rows of each group, in the order in which the groups first come.
std::vector<std::vector<std::size_t>> rowsByGroup(std::span<const std::string> groups)
{
    std::vector<std::vector<std::size_t>> rows;
    std::map<std::string, std::size_t, std::less<>> places;
    for (std::size_t row = 0; row < groups.size(); ++row) {
        const auto [place, isNew] = places.emplace(groups[row], rows.size());
        if (isNew)
            rows.emplace_back();
        rows[place->second].push_back(row);
    }
    return rows;
}

constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();

}

GroupDraws::GroupDraws(std::span<const std::string> groups, std::size_t draws, std::uint64_t seed)
    : m_rows(rowsByGroup(groups))
    , m_draws(m_rows.size(), m_rows.empty() ? 0 : draws, seed)
{
}

std::vector<std::size_t> GroupDraws::rows(std::size_t draw) const
{
    std::vector<std::size_t> rows;
    const std::span<const std::uint32_t> counts = m_draws.counts(draw);
    for (std::size_t group = 0; group < m_rows.size(); ++group) {
        for (std::uint32_t i = 0; i < counts[group]; ++i)
            rows.insert(rows.end(), m_rows[group].begin(), m_rows[group].end());
    }
    return rows;
}

std::vector<std::vector<std::optional<double>>> onDraws(const GroupDraws& draws,
                                                        const RowStatistics& statistics)
{
    std::vector<std::vector<std::optional<double>>> drawn;
    for (std::size_t draw = 0; draw < draws.size(); ++draw)
        drawn.push_back(statistics(draws.rows(draw)));
    return drawn;
}

std::optional<Interval> intervalOf(const std::vector<std::vector<std::optional<double>>>& drawn,
                                   std::size_t index)
{
    std::vector<double> values;
    for (const auto& draw : drawn) {
        requirePlace("statistic", index, draw.size());
        values.push_back(draw[index].value_or(kUndefined));
    }
    return percentileInterval(std::move(values));
}

std::optional<Interval> intervalOfDifference(const std::vector<std::vector<std::optional<double>>>& drawn,
                                             std::size_t one, std::size_t other)
{
    for (const auto& draw : drawn) {
        requirePlace("statistic", one, draw.size());
        requirePlace("statistic", other, draw.size());
    }
    std::vector<double> values;
    for (const auto& draw : drawn)
        values.push_back(draw[one].value_or(kUndefined) - draw[other].value_or(kUndefined));
    return percentileInterval(std::move(values));
}

}
