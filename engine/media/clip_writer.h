#pragma once

#include "engine/core/interval.h"
#include "engine/core/run_context.h"
#include "engine/media/media_file.h"

#include <filesystem>

/// Spans of media as files of their own. They are written beside their place and renamed.
namespace engine {

/// Encodes a span of a video anew as mp4 (H.264, AAC): from the frame that is shown at its start to the last
/// that begins before its end, each for as long as it is shown in the span; sound to the sample. Upright,
/// with square pixels; more than two channels are mixed down to two.
///
/// @param span  seconds; what lies outside the file is left out.
/// @throws IoError (`file_not_found`, `not_media`, `no_video`, `no_encoder`, `empty_span`, `io`); Cancelled.
void writeClip(const MediaFile& media, Interval span, const std::filesystem::path& target,
               const RunContext& run = {});

/// Writes a span's sound as wav: 16-bit PCM, in the rate of the file, exact to the sample. More than two
/// channels are mixed down to two.
/// @return the seconds that were written: fewer than the span's where the sound ends before.
/// @throws IoError (`file_not_found`, `not_media`, `no_audio`, `empty_span`, `io`); Cancelled.
double writeWav(const MediaFile& media, Interval span, const std::filesystem::path& target,
                const RunContext& run = {});

}
