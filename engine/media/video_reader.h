#pragma once

#include "engine/media/decoding.h"

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <stop_token>

namespace engine {

/// Exact pictures of one video, by frame number. Not thread-safe: one reader belongs to one thread at a time.
///
/// Frames are matched by their presentation time. Decoded frames nearby are kept (in bounded memory), so that
/// stepping and scrubbing backwards stay fast; the next frames are decoded without a seek.
class VideoReader {
public:
    /// Two and a half GOPs of 360p, 60 frames of 1080p: enough for scrubbing.
    static constexpr std::size_t kKeptForScrubbing = std::size_t{192} << 20;
    /// For those who ask for one frame after the other.
    static constexpr std::size_t kKeptInSequence = std::size_t{16} << 20;

    /// Opens the file and its decoder; reads no more packets than that needs.
    /// @param keptBytes  of decoded frames, at most; one frame is always kept.
    /// @throws IoError (`file_not_found`, `not_media`, `no_video`, `io`).
    explicit VideoReader(const MediaFile& file, std::size_t keptBytes = kKeptForScrubbing);
    ~VideoReader();
    VideoReader(VideoReader&&) noexcept;
    VideoReader& operator=(VideoReader&&) noexcept;

    /// The information in the header; its duration is 0 where the header does not tell it.
    const MediaInfo& info() const;

    /// The complete index. Files whose container has none are read once for it, at the first call.
    const FrameIndex& index();
    /// As much of the index as is known now; its references stay valid until the index is extended.
    const FrameIndex& knownIndex() const;
    /// Continues reading the index for about this long. @return true when it is complete.
    bool extendIndex(std::chrono::milliseconds slice, const std::stop_token& stop = {});

    /// Frame `k` (clamped to the last), at most maxWidth × maxHeight pixels in the video's proportions, never
    /// enlarged; 0 means no limit. Frame 0 needs no index.
    ///
    /// Where frames are lost or damaged, the result is the nearest earlier frame that can be shown, else the
    /// nearest later one; it has its own number and time.
    /// @throws Cancelled when `stop` fires; IoError (`io`) when the file has no picture that can be decoded.
    std::shared_ptr<const VideoFrame> frame(std::size_t k, int maxWidth, int maxHeight,
                                            const std::stop_token& stop = {});

    /// Whether frame `k` is available without decoding.
    bool cached(std::size_t k) const;

private:
    std::unique_ptr<PictureStream> m_stream;
};

}
