#include "engine/explain/video_draws.h"

#include "engine/core/same_length.h"
#include "engine/numbers/quantiles.h"

#include <cmath>
#include <limits>
#include <random>

namespace engine {

VideoDraws::VideoDraws(std::size_t videos, std::size_t draws, std::uint64_t seed)
    : m_videos(videos)
    , m_draws(draws)
    , m_counts(videos * draws, 0)
{
    std::mt19937_64 random(seed); // its numbers are the same everywhere; distributions of std are not
    for (std::size_t draw = 0; draw < draws; ++draw) {
        for (std::size_t i = 0; i < videos; ++i)
            ++m_counts[draw * videos + random() % videos];
    }
}

std::vector<double> VideoDraws::means(std::span<const double> sums, std::span<const double> sizes) const
{
    requireSameLength("sums of videos", sums.size(), m_videos);
    requireSameLength("sizes of videos", sizes.size(), m_videos);
    std::vector<std::size_t> filled; // most slices are of few videos
    for (std::size_t video = 0; video < m_videos; ++video) {
        if (sizes[video] > 0.0)
            filled.push_back(video);
    }
    std::vector<double> means(m_draws);
    for (std::size_t draw = 0; draw < m_draws; ++draw) {
        const std::span<const std::uint32_t> drawn = counts(draw);
        double sum = 0.0, size = 0.0;
        for (const std::size_t video : filled) {
            sum += drawn[video] * sums[video];
            size += drawn[video] * sizes[video];
        }
        means[draw] = size > 0.0 ? sum / size : std::numeric_limits<double>::quiet_NaN();
    }
    return means;
}

std::optional<Interval> percentileInterval(std::vector<double> values)
{
    const std::size_t all = values.size();
    std::erase_if(values, [](double value) { return !std::isfinite(value); });
    if (values.empty() || 2 * values.size() < all)
        return std::nullopt;
    return Interval{quantile(values, 0.025), quantile(values, 0.975)};
}

}
