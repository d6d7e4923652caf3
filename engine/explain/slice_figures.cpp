#include "engine/explain/slice_figures.h"

#include "engine/core/same_length.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace engine {

namespace {

/// Sums of absolute errors and numbers of segments, per video.
struct ErrorSums {
    std::vector<double> sums;
    std::vector<double> sizes;

    explicit ErrorSums(std::size_t videos) : sums(videos, 0.0), sizes(videos, 0.0) { }
    void add(std::size_t video, double error)
    {
        sums[video] += std::abs(error);
        sizes[video] += 1.0;
    }
};

}

SliceFigures sliceFigures(const ScoredSegments& segments, std::span<const std::size_t> slice,
                          const VideoDraws& draws)
{
    requireSameLength("predictions of labels", segments.predictions.size(), segments.labels.size());
    requireSameLength("videos of labels", segments.videos.size(), segments.labels.size());
    for (const std::size_t segment : slice)
        requirePlace("segment", segment, segments.size());
    for (const std::size_t video : segments.videos)
        requirePlace("video", video, draws.videos());
    SliceFigures figures;
    figures.count = slice.size();
    if (slice.empty())
        return figures;
    ErrorSums own(draws.videos()), others(draws.videos());
    std::vector<bool> isIn(segments.size(), false);
    std::size_t labelled = 0, right = 0;
    for (const std::size_t place : slice) {
        isIn[place] = true;
        const double error = segments.error(place);
        figures.meanAbsoluteError += std::abs(error);
        figures.bias += error;
        if (segments.labels[place] != segments.neutral) {
            const auto isAbove = [&](double value) { return value > segments.neutral; };
            ++labelled;
            right += isAbove(segments.predictions[place]) == isAbove(segments.labels[place]) ? 1 : 0;
        }
    }
    for (std::size_t i = 0; i < segments.size(); ++i)
        (isIn[i] ? own : others).add(segments.videos[i], segments.error(i));
    const auto count = static_cast<double>(slice.size());
    figures.meanAbsoluteError /= count;
    figures.bias /= count;
    if (labelled > 0)
        figures.accuracy2 = static_cast<double>(right) / static_cast<double>(labelled);
    figures.videos
        = static_cast<std::size_t>(std::ranges::count_if(own.sizes, [](double size) { return size > 0.0; }));
    if (figures.videos < 2)
        return figures;
    const std::vector<double> ownMeans = draws.means(own.sums, own.sizes);
    figures.interval = percentileInterval(ownMeans);
    if (slice.size() == segments.size())
        return figures;
    const std::vector<double> otherMeans = draws.means(others.sums, others.sizes);
    std::size_t noWorse = 0;
    for (std::size_t draw = 0; draw < ownMeans.size(); ++draw) // a draw without either says nothing for it
        noWorse += ownMeans[draw] > otherMeans[draw] ? 0 : 1;
    figures.chance = static_cast<double>(noWorse + 1) / static_cast<double>(ownMeans.size() + 1);
    return figures;
}

}
