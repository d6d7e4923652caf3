#pragma once

#include "engine/media/frame_index.h"
#include "engine/media/media_source.h"

#include <cstdint>
#include <optional>

namespace engine {

/// Private to engine/media: decodes a video stream in presentation order from a key frame on.
class VideoDecoder {
public:
    struct Frame {
        const AVFrame* picture = nullptr; ///< valid until the next call
        std::int64_t pts = 0;
    };

    /// @throws IoError (`no_video`, `io`).
    explicit VideoDecoder(MediaSource source);

    const MediaSource& source() const { return m_source; }

    /// The next frame is near this key frame: not always exactly there, containers seek coarsely.
    void seek(const FrameIndex::Entry& key);
    void seekToStart();

    /// The next frame; absent at the end and when nothing more can be decoded.
    ///
    /// @param skipBefore  frames before this pts that no other frame needs are left out.
    std::optional<Frame> next(std::optional<std::int64_t> skipBefore = std::nullopt);

private:
    bool feed(std::optional<std::int64_t> skipBefore);
    std::int64_t ptsOf(const AVFrame& frame);

    MediaSource m_source;
    libav::Owner<AVCodecContext> m_decoder;
    libav::Owner<AVPacket> m_packet;
    libav::Owner<AVFrame> m_frame;
    std::int64_t m_step = 1; ///< ticks of one frame, for streams without times
    std::int64_t m_expected = 0; ///< pts of the next frame if it has none
    bool m_untimed = false;
    bool m_draining = false;
};

}
