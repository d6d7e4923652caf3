#pragma once

#include "engine/media/libav.h"

#include <cstddef>
#include <deque>
#include <map>
#include <optional>

namespace engine {

/// Private to engine/decoding: decoded pictures by frame number; when it is full, the pictures that were added
/// first are removed first.
class FrameCache {
public:
    explicit FrameCache(std::size_t maxBytes) : m_maxBytes(maxBytes) { }

    /// Keeps a reference to the picture.
    void add(std::size_t k, const AVFrame& picture);
    /// The picture of frame `k`; null when it is not kept.
    const AVFrame* find(std::size_t k) const;
    void clear();

private:
    std::size_t m_maxBytes = 0;
    std::size_t m_bytes = 0;
    std::map<std::size_t, libav::Owner<AVFrame>> m_frames;
    std::deque<std::size_t> m_order;
};

}
