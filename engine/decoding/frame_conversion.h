#pragma once

#include "engine/media/libav.h"
#include "engine/media/decoding.h"
#include "engine/media/video_frame.h"

namespace engine {

/// Private to engine/decoding: turns decoded pictures into upright BGRA with square pixels.
class FrameConversion {
public:
    /// @param allocate  where pictures are to lie; empty: in memory of their own
    explicit FrameConversion(const MediaInfo& info, Pixels::Allocate allocate = {});

    /// The picture with at most maxWidth × maxHeight pixels (0: no limit), never enlarged. The caller fills
    /// in index and time.
    /// @throws IoError (`io`) for a pixel format that cannot be converted.
    VideoFrame convert(const AVFrame& picture, int maxWidth, int maxHeight);

private:
    const MediaInfo& m_info;
    Pixels::Allocate m_allocate;
    libav::Owner<SwsContext> m_scaler;
};

}
