#pragma once

#include "engine/core/finding.h"
#include "engine/media/media_file.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace engine {

/// What a media file says about itself. Times are seconds on its timeline, whose zero is the first picture or
/// sample, unless its MediaFile has another rule.
struct MediaInfo {
    std::filesystem::path path;
    TimeZero zero = TimeZero::EarliestStream;
    MediaFile file() const { return {path, zero}; }

    double duration = 0.0; ///< from zero to the end of the longest stream
    double startTime = 0.0; ///< zero on the container's own clock
    double videoStart = 0.0; ///< when the first picture is shown
    double audioStart = 0.0; ///< when the first sample is heard
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
    /// Problems that the user should know of: `truncated`, `video_undecodable`, `audio_undecodable`.
    std::vector<Finding> findings;
};

/// Reads the header of a media file. When the header does not tell reliably how long the file is, the last
/// packets are read too, or all packets where the last cannot be found. Nothing is decoded.
///
/// @throws IoError (`file_not_found`, `not_media`, `io`).
MediaInfo probeMedia(const MediaFile& file);

/// How long a media file is, in seconds; absent where it cannot be read.
std::optional<double> durationOf(const std::filesystem::path& path, TimeZero zero = TimeZero::EarliestStream);

}
