#pragma once

#include "engine/core/interval.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace engine {

/// Videos drawn again and again, with replacement, as many as there are: the bootstrap by video, since
/// segments of one video are alike (Efron 1979; Davison & Hinkley 1997, ch. 3.8). The same seed draws the
/// same videos.
class VideoDraws {
public:
    static constexpr std::size_t kDraws = 1000;

    explicit VideoDraws(std::size_t videos, std::size_t draws = kDraws, std::uint64_t seed = 1);

    std::size_t videos() const { return m_videos; } ///< V
    std::size_t draws() const { return m_draws; }
    /// How often each video is in a draw: V.
    std::span<const std::uint32_t> counts(std::size_t draw) const
    {
        return std::span(m_counts).subspan(draw * m_videos, m_videos);
    }

    /// The mean over segments in each draw; NaN in a draw without any.
    /// @param sums, sizes  per video: the sum over its segments and their number
    /// @throws ShapeError (`row_mismatch`) unless there are V of each.
    std::vector<double> means(std::span<const double> sums, std::span<const double> sizes) const;

private:
    std::size_t m_videos;
    std::size_t m_draws;
    std::vector<std::uint32_t> m_counts; ///< draw by draw
};

/// Percentiles 2.5 and 97.5 of the values that are numbers; absent when fewer than half of them are.
std::optional<Interval> percentileInterval(std::vector<double> values);

}
