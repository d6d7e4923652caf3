#include "engine/media/thumbnails.h"

namespace engine {

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

}
