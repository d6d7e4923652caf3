#include "engine/media/thumbnails.h"

#include <algorithm>

namespace engine {

namespace {

constexpr double kStandsFor = 0.25; ///< seconds around it

}

std::shared_ptr<const VideoFrame> thumbnail(VideoReader& reader, double seconds, double tolerance, int height,
                                            const std::stop_token& stop)
{
    const FrameIndex& index = reader.index();
    std::size_t k = index.at(seconds);
    if (!index.empty() && !reader.cached(k)) {
        const std::size_t key = index.keyBefore(k);
        if (index.entry(key).key && seconds - index.time(key) <= tolerance)
            k = key;
    }
    return reader.frame(k, 0, height, stop);
}

std::shared_ptr<const VideoFrame> pictureOfTime(VideoReader& reader, double seconds, double tolerance,
                                                int height, const std::stop_token& stop)
{
    auto picture = thumbnail(reader, seconds, tolerance, height, stop);
    const FrameIndex& index = reader.index();
    if (index.size() < 2)
        return picture;
    const std::size_t wished = index.at(seconds);
    const double allowed = std::max(tolerance, kStandsFor);
    const bool isTooOld = seconds - (picture->time + index.frameDuration(picture->index)) > allowed;
    const bool isTooNew = picture->index > wished && picture->time - seconds > allowed;
    return isTooOld || isTooNew ? nullptr : picture;
}

}
