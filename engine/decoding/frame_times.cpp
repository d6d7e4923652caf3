#include "engine/media/frame_times.h"

#include "engine/core/error.h"
#include "engine/decoding/frame_indexer.h"

namespace engine {

namespace {

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

}
