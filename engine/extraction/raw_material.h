#pragma once

#include "engine/core/run_context.h"

#include <filesystem>

namespace engine {

/// What end-to-end models are fed with: pictures and sound as they are.
struct RawMaterialWish {
    bool frames = true;
    bool sound = true;
    double every = 0.5; ///< seconds between two frames
    int side = 0; ///< pixels of the longer side of a frame, at most; 0: as in the video
};

/// Writes `frame_00001.png` …, `audio.wav` (16 kHz, mono, 16 bit) and `meta.json` (source, span, time of each
/// frame) of a recording into a folder. Frames are those that are shown at 0, every, 2 · every … below the
/// end, at least one.
/// @throws IoError (`file_not_found`, `not_media`, `no_video`, `no_audio`, `io`), FormatError (`same_file`);
/// Cancelled.
void writeRawMaterial(const std::filesystem::path& media, const std::filesystem::path& folder,
                      const RawMaterialWish& wish, const RunContext& run = {});

/// Writes the mel spectrogram of a recording's sound in its own rate as a NumPy archive: `spectrogram`
/// (frames × 128, power), its `pieces` (pieces × 4096, power), and the sound's `rate`.
/// @throws IoError, FormatError (`same_file`); Cancelled.
void writeMel(const std::filesystem::path& media, const std::filesystem::path& target,
              const RunContext& run = {});

}
