#pragma once

#include "engine/media/frame_index.h"
#include "engine/decoding/media_source.h"

#include <cstdint>
#include <optional>

namespace engine {

/// Private to engine/decoding: decodes a video stream in presentation order from a key frame on.
class VideoDecoder {
public:
    struct Frame {
        const AVFrame* picture = nullptr; ///< valid until the next call
        std::int64_t time = 0; ///< the time by which FrameIndex::find finds the frame
    };

    /// @throws IoError (`no_video`, `io`).
    explicit VideoDecoder(MediaSource source);

    const MediaSource& source() const { return m_source; }

    /// Makes next() go on near this key frame, not always exactly there, since containers seek coarsely.
    void seek(const FrameIndex::Entry& key);
    void seekToStart();

    /// The next frame; absent at the end and when nothing more can be decoded.
    ///
    /// @param skipBefore  frames with an earlier time that no other frame needs are left out.
    std::optional<Frame> next(std::optional<std::int64_t> skipBefore = std::nullopt);

private:
    bool feed(std::optional<std::int64_t> skipBefore);
    std::optional<std::int64_t> timeOf(const AVFrame& frame);

    MediaSource m_source;
    libav::Owner<AVCodecContext> m_decoder;
    libav::Owner<AVPacket> m_packet;
    libav::Owner<AVFrame> m_frame;
    std::int64_t m_step = 1; ///< ticks of one frame, for streams without times
    /// The time to give the next frame if it has none; absent after a seek, until a frame has a time of its
    /// own.
    std::optional<std::int64_t> m_expected = 0;
    bool m_untimed = false; ///< no frame has a time: they are counted from the start
    std::optional<std::int64_t> m_awaited; ///< the key frame of the last seek; frames before it are left out
    bool m_timed = false; ///< some frame had a time
    bool m_draining = false;
};

}
