#pragma once

#include "engine/core/interval.h"
#include "engine/media/media_file.h"

#include <span>
#include <vector>

namespace engine {

/// When each frame of a video is shown, in presentation order: frame i until frame i + 1 begins, the last
/// until the stream ends. Nothing is decoded. It needs only libavformat, so programs that show no pictures
/// start faster.
/// @throws IoError (`file_not_found`, `not_media`, `no_video`, `io`).
std::vector<Interval> frameTimes(const MediaFile& file);

/// How fast frames follow each other, which headers do not tell reliably.
struct FrameRate {
    double perSecond = 0.0; ///< on average; 0 for fewer than two frames
    /// Some frame lasts longer or shorter than most, by more than a container's rounding.
    bool isVariable = false;
};

/// @param frames  as of frameTimes(). How long the last one lasts does not count: it may be cut.
FrameRate frameRateOf(std::span<const Interval> frames);

}
