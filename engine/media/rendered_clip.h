#pragma once

#include "engine/core/interval.h"
#include "engine/core/run_context.h"
#include "engine/media/media_file.h"
#include "engine/media/video_frame.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>

namespace engine {

/// A clip whose pictures are painted one by one, over what a recording shows and says meanwhile.
struct RenderedClip {
    std::optional<MediaFile> media; ///< the recording; absent: pictures alone, without sound
    Interval span; ///< seconds of the recording
    int width = 1280; ///< pixels of the clip, even
    int height = 720; ///< pixels of the clip, even
    double framesPerSecond = 25.0; ///< above 0
    bool hasPicture = true; ///< whether the recording's pictures are wanted, where it has any
    int pictureWidth = 0; ///< pixels; the recording's picture is made no larger than this; 0: no limit
    int pictureHeight = 0; ///< pixels; 0: no limit
    /// Whose sound is taken instead of the recording's, at the same times; absent: the recording's own.
    std::optional<MediaFile> sound = {};
    bool hasSound = true; ///< whether the recording's sound is wanted, where it has any
};

/// What was written.
struct RenderedFile {
    std::size_t frames = 0;
    std::string encoder; ///< FFmpeg's name of what encoded the pictures: `libx264`
    bool hasSound = false;
};

/// Where a picture is to be painted.
struct PaintedPicture {
    int width = 0; ///< pixels
    int height = 0;
    std::span<std::uint8_t> bgra; ///< height rows of width × 4 bytes
};

/// Paints one picture of a clip. Called in the order of time, on the thread of writeRenderedClip().
///
/// @param recorded  what the recording shows at that time; null: nothing
/// @param seconds   of the recording
/// @param picture   width × height of the clip, as the picture before it was left; to be painted all over
using PaintClipPicture = std::function<void(const VideoFrame* recorded, double seconds, const PaintedPicture& picture)>;

/// How many pictures a clip has: the span times the rate, at least one.
std::size_t pictureCount(const RenderedClip& clip);

/// Writes a clip as mp4 (H.264, AAC) under a temporary name, which is replaced when all of it is written.
/// Picture k shows the time `span.start + k / framesPerSecond`; sound is exact to the sample, and more than
/// two channels are mixed down to two.
///
/// @throws IoError (`file_not_found`, `not_media`, `no_encoder`, `empty_span`, `io`); Cancelled.
RenderedFile writeRenderedClip(const RenderedClip& clip, const PaintClipPicture& paint,
                               const std::filesystem::path& target, const RunContext& run = {});

}
