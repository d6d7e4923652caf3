#pragma once

#include "engine/explain/video_draws.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace engine {

/// VideoDraws of rows that belong to groups, for statistics of any kind. Each statistic that is computed on
/// the same draws is paired with all others.
class GroupDraws {
public:
    /// @param groups  N: the group of each row, for instance its video
    /// @param draws  how many; each takes as many groups as there are
    /// The same seed gives the same draws on every machine.
    explicit GroupDraws(std::span<const std::string> groups, std::size_t draws = VideoDraws::kDraws,
                        std::uint64_t seed = 1);

    std::size_t size() const { return m_draws.draws(); }
    std::size_t groups() const { return m_rows.size(); }
    /// The rows of one draw: those of each drawn group, as often as it was drawn.
    std::vector<std::size_t> rows(std::size_t draw) const;

private:
    std::vector<std::vector<std::size_t>> m_rows; ///< by group, in the order in which groups first come
    VideoDraws m_draws;
};

/// Statistics of some rows; each may be undefined for them, as a correlation of equal values is.
using RowStatistics = std::function<std::vector<std::optional<double>>(std::span<const std::size_t> rows)>;

/// Each statistic on every draw: draws × statistics.
std::vector<std::vector<std::optional<double>>> onDraws(const GroupDraws& draws,
                                                        const RowStatistics& statistics);

/// The interval of one of the statistics (percentileInterval()). @param index  which
/// @throws ShapeError (`row_mismatch`) for one that there is not.
std::optional<Interval> intervalOf(const std::vector<std::vector<std::optional<double>>>& drawn,
                                   std::size_t index);

/// The interval of the difference of two of them, draw by draw: one − other. @throws as intervalOf().
std::optional<Interval> intervalOfDifference(const std::vector<std::vector<std::optional<double>>>& drawn,
                                             std::size_t one, std::size_t other);

}
