#pragma once

#include "engine/decoding/part_input.h"
#include "engine/media/libav.h"
#include "engine/media/media_file.h"
#include "engine/media/media_info.h"

#include <cstdint>
#include <memory>
#include <optional>

namespace engine {

/// Private to engine/decoding: an opened file with its best video and sound streams and the timeline's zero.
struct MediaSource {
    std::filesystem::path path;
    TimeZero rule = TimeZero::EarliestStream;
    std::shared_ptr<PartInput> part; ///< what the format reads; null: it reads the whole file
    libav::Owner<AVFormatContext> format;
    AVStream* video = nullptr; ///< null for a cover picture
    AVStream* audio = nullptr;
    double zero = 0.0; ///< the timeline's zero on the container's clock, in seconds

    /// Leaves out all packets but those of this stream.
    void readOnly(const AVStream* stream);
};

/// @throws IoError (`file_not_found`, `not_media`, `io`).
MediaSource openMedia(const MediaFile& file);

/// The source with one of its streams alone.
/// @param stream  &MediaSource::video or &MediaSource::audio
/// @throws IoError with `code` and `lack` (`has no sound.`) where there is no such stream.
MediaSource onlyStream(MediaSource source, AVStream* MediaSource::*stream, const char* code,
                       const char* lack);

/// Whether only seeks by byte are exact: in transport and program streams, which have no index.
bool seeksByByte(const AVFormatContext& format);

/// Whether the file stores when pictures are decoded, and not when they are shown, and shows some of them in
/// another order. @param first  the first packet of the video
bool storesDecodingTimes(const MediaSource& source, const AVPacket& first);

/// When the packet's picture is shown, as far as the packet tells; AV_NOPTS_VALUE when it does not.
std::int64_t presentationOf(const AVPacket& packet);

/// How long a frame of the video is usually shown, in ticks of the stream; at least 1.
std::int64_t usualFrame(const AVStream& video);

/// Seconds from zero to the end of picture and sound according to the header; absent where the header does
/// not tell it or only estimates it.
std::optional<double> durationInHeader(const MediaSource& source);

/// Opens a decoder for the stream. @throws IoError (`io`) when there is none for its codec.
libav::Owner<AVCodecContext> openDecoder(const MediaSource& source, const AVStream& stream, int threads);

MediaInfo describe(const MediaSource& source);

}
