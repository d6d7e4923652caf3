#include "engine/decoding/frame_cache.h"

#include "engine/core/error.h"

#include <algorithm>

namespace engine {

namespace {

std::size_t bytesOf(const AVFrame& picture)
{
    std::size_t bytes = 0;
    for (const AVBufferRef* buffer : picture.buf)
        bytes += buffer ? buffer->size : 0;
    return bytes;
}

}

void FrameCache::add(std::size_t k, const AVFrame& picture)
{
    if (m_frames.contains(k)) { // young again
        m_order.erase(std::ranges::find(m_order, k));
        m_order.push_back(k);
        return;
    }
    AVFrame* copy = av_frame_clone(
        &picture); // fails for a frame without contents, too, which is not for lack of memory
    if (!copy)
        throw IoError("io", "a picture", "came from the decoder without contents");
    m_frames.emplace(k, libav::own(copy));
    m_order.push_back(k);
    m_bytes += bytesOf(picture);
    while (m_bytes > m_maxBytes && m_order.size() > 1) {
        const auto oldest = m_frames.find(m_order.front());
        m_bytes -= bytesOf(*oldest->second);
        m_frames.erase(oldest);
        m_order.pop_front();
    }
}

const AVFrame* FrameCache::find(std::size_t k) const
{
    const auto found = m_frames.find(k);
    return found == m_frames.end() ? nullptr : found->second.get();
}

void FrameCache::clear()
{
    m_frames.clear();
    m_order.clear();
    m_bytes = 0;
}

}
