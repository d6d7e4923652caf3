#pragma once

#include "engine/core/interval.h"
#include "engine/core/run_context.h"
#include "engine/media/media_file.h"

#include <filesystem>

/// Functions that write spans of media as files of their own, under a temporary name that is then replaced.
namespace engine {

/// Encodes a span of a video as mp4 (H.264, AAC). The clip goes from the frame that is shown at the span's
/// start to the last that begins before its end; each frame lasts as long as it is shown in the span, and
/// sound is exact to the sample. Pictures are upright, with square pixels; more than two channels are mixed
/// down to two.
///
/// @param span  seconds; the part outside the file is left out.
/// @throws IoError (`file_not_found`, `not_media`, `no_video`, `no_encoder`, `empty_span`, `io`); Cancelled.
void writeClip(const MediaFile& media, Interval span, const std::filesystem::path& target,
               const RunContext& run = {});

/// Writes a span's sound as wav: 16-bit PCM, in the rate of the file, exact to the sample. More than two
/// channels are mixed down to two.
/// @return the seconds that were written: fewer than the span has when the sound ends earlier.
/// @throws IoError (`file_not_found`, `not_media`, `no_audio`, `empty_span`, `io`); Cancelled.
double writeWav(const MediaFile& media, Interval span, const std::filesystem::path& target,
                const RunContext& run = {});

}
