#include "engine/media/frame_times.h"

#include "engine/core/error.h"
#include "engine/media/frame_indexer.h"

#include <algorithm>
#include <cmath>

namespace engine {

namespace {

constexpr double kRounded = 0.0015; // seconds: Matroska and FLV count in milliseconds
constexpr double kUnsteady = 0.02; // share of a frame's length

FrameIndex indexOf(const MediaFile& file)
{
    const MediaSource source = openMedia(file);
    if (!source.video)
        throw IoError("no_video", file.path.string(), "has sound but no pictures.");
    if (std::optional<FrameIndex> known = containerIndex(source); known && known->complete())
        return std::move(*known);
    FrameIndexer indexer(file);
    indexer.run(FrameIndexer::Clock::time_point::max(), {});
    return indexer.index();
}

}

std::vector<Interval> frameTimes(const MediaFile& file)
{
    const FrameIndex index = indexOf(file);
    std::vector<Interval> times;
    for (std::size_t frame = 0; frame < index.size(); ++frame)
        times.push_back({index.time(frame), frame + 1 < index.size() ? index.time(frame + 1) : index.end()});
    return times;
}

FrameRate frameRateOf(std::span<const Interval> frames)
{
    if (frames.size() < 2)
        return {};
    const double usual
        = (frames.back().start - frames.front().start) / static_cast<double>(frames.size() - 1);
    const double most = std::max(kRounded, kUnsteady * usual);
    const auto differs = [&](const Interval& frame) { return std::abs(frame.length() - usual) > most; };
    return {usual > 0.0 ? 1.0 / usual : 0.0, std::ranges::any_of(frames.first(frames.size() - 1), differs)};
}

}
