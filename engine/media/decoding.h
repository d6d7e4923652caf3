#pragma once

#include "engine/media/frame_index.h"
#include "engine/media/media_file.h"
#include "engine/media/media_info.h"
#include "engine/media/video_frame.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>

namespace engine {

// What opens media files and decodes them. Two libraries define the functions below, with `probeMedia`,
// `cutShort` and `frameTimes`, and a program links one of the two: engine::decoding works in the process
// itself; engine::media_child lets a confined `polylogue-media` do the work, a process for each thing that is
// opened.

/// The pictures of one file, for VideoReader, whose functions say what each of these does.
class PictureStream {
public:
    virtual ~PictureStream() = default;
    virtual const MediaInfo& info() const = 0;
    virtual const FrameIndex& knownIndex() const = 0;
    /// @param slice  absent: until the index is complete
    virtual bool extendIndex(std::optional<std::chrono::milliseconds> slice, const std::stop_token& stop) = 0;
    virtual std::shared_ptr<const VideoFrame> frame(std::size_t k, int maxWidth, int maxHeight,
                                                    const std::stop_token& stop)
        = 0;
    virtual bool cached(std::size_t k) const = 0;
};

/// The sound of one file in blocks of float samples with their place on the timeline.
class SoundStream {
public:
    struct Block {
        std::int64_t first = 0; ///< sample frame on the timeline, at the output rate
        std::span<const float> samples; ///< interleaved, valid until the next call
        bool isAfterDamage = false; ///< what lay between the block before and this one could not be decoded
    };

    virtual ~SoundStream() = default;
    virtual int sampleRate() const = 0; ///< of the output, per second
    virtual int channels() const = 0; ///< of the output
    /// What the header promises, in seconds; 0 where it does not tell.
    virtual double duration() const = 0;
    /// The next samples; there may be a gap after the samples before, or they may overlap them. Absent at the
    /// end.
    /// @throws IoError (`io`) when the samples' format cannot be converted.
    virtual std::optional<Block> next() = 0;
    /// Goes to a place near this time; the next block tells the exact place.
    virtual void seek(double seconds) = 0;
    virtual void seekToStart() = 0;
};

/// @param keptBytes  of decoded frames, at most; one frame is always kept.
/// @throws IoError (`file_not_found`, `not_media`, `no_video`, `io`).
std::unique_ptr<PictureStream> openPictures(const MediaFile& file, std::size_t keptBytes);

/// As a number of channels: each of the file's, none mixed with another, kMostChannels at most.
inline constexpr int kEveryChannel = -1;
inline constexpr int kMostChannels = 8;

/// @param sampleRate, channels  of the output; 0: as in the file (at most two channels).
/// @throws IoError (`file_not_found`, `not_media`, `no_audio`, `io`), (`too_many_channels`) where every
/// channel is wanted of more than kMostChannels.
std::unique_ptr<SoundStream> openSound(const MediaFile& file, int sampleRate, int channels);

/// The code of the error of a stream whose process ended, which says nothing lasting about the file: what was
/// asked may be asked again of a new stream.
inline constexpr const char* kDecoderEnded = "decoder_ended";

struct PictureSize {
    int width = 0;
    int height = 0;
};

/// Bytes that scaling a picture to this width writes for each row: whole vectors of pixels.
constexpr std::size_t scaledRow(int width)
{
    return (static_cast<std::size_t>(width) * 4 + 63) / 64 * 64;
}

/// Bytes that scaling a picture to this size writes in all.
constexpr std::size_t scaledRoom(PictureSize size)
{
    return scaledRow(size.width) * static_cast<std::size_t>(size.height) + 64;
}

/// How large pictures of the file are that may have at most maxWidth × maxHeight pixels (0: no limit), in the
/// video's proportions and never enlarged.
PictureSize fittedSize(const MediaInfo& info, int maxWidth, int maxHeight);

}
