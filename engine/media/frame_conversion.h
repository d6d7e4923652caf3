#pragma once

#include "engine/media/libav.h"
#include "engine/media/media_info.h"
#include "engine/media/video_frame.h"

namespace engine {

/// Private to engine/media: turns decoded pictures into upright BGRA with square pixels.
class FrameConversion {
public:
    explicit FrameConversion(const MediaInfo& info) : m_info(info) { }

    /// The picture with at most maxWidth × maxHeight pixels (0: no limit), never enlarged. The caller fills
    /// in index and time.
    /// @throws IoError (`io`) for a pixel format that cannot be converted.
    VideoFrame convert(const AVFrame& picture, int maxWidth, int maxHeight);

private:
    const MediaInfo& m_info;
    libav::Owner<SwsContext> m_scaler;
};

}
