#pragma once

#include "engine/media/libav.h"
#include "engine/media/media_info.h"

#include <cstdint>
#include <filesystem>

namespace engine {

/// Private to engine/media: an opened file with its best video and sound streams and the timeline's zero.
struct MediaSource {
    std::filesystem::path path;
    libav::Owner<AVFormatContext> format;
    AVStream* video = nullptr; ///< a cover picture is none
    AVStream* audio = nullptr;
    double zero = 0.0; ///< the timeline's zero on the container's clock, in seconds

    /// Leaves out all packets but those of this stream.
    void readOnly(const AVStream* stream);
};

/// @throws IoError (`file_not_found`, `not_media`, `io`).
MediaSource openMedia(const std::filesystem::path& path);

/// Transport and program streams, which have no index: only seeks by byte are exact there.
bool seeksByByte(const AVFormatContext& format);

/// Opens a decoder for the stream. @throws IoError (`io`) when there is none for its codec.
libav::Owner<AVCodecContext> openDecoder(const MediaSource& source, const AVStream& stream, int threads);

MediaInfo describe(const MediaSource& source);

}
