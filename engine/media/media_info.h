#pragma once

#include "engine/core/finding.h"

#include <filesystem>
#include <string>
#include <vector>

namespace engine {

/// What a media file says about itself. Times are seconds on its timeline, whose zero is the first video
/// frame (without video: the first sample).
struct MediaInfo {
    std::filesystem::path path;
    double duration
        = 0.0; ///< from zero to the end of the longest stream; may be an estimate (a finding says so)
    double startTime = 0.0; ///< zero on the container's own clock
    bool hasVideo = false;
    bool hasAudio = false;
    int width = 0; ///< as displayed: upright, square pixels
    int height = 0;
    int rotation = 0; ///< degrees clockwise (0, 90, 180, 270) that show the stored picture upright
    double frameRate = 0.0; ///< average, per second; 0 when unknown
    bool variableFrameRate = false;
    int sampleRate = 0; ///< per second
    int channels = 0;
    std::string videoCodec; ///< FFmpeg's short names: `h264`, `aac`
    std::string audioCodec;
    /// What a user should read: `truncated`, `duration_estimated`, `video_undecodable`, `audio_undecodable`.
    std::vector<Finding> findings;
};

/// Reads the header of a media file, no more than is needed to know its streams.
///
/// @throws IoError (`file_not_found`, `not_media`, `io`).
MediaInfo probeMedia(const std::filesystem::path& path);

}
