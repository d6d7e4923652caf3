#pragma once

#include "engine/core/run_context.h"
#include "engine/deidentify/face_covers.h"
#include "engine/media/media_info.h"

#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <vector>

namespace engine {

struct HiddenPictures {
    MediaFile media;
    MediaInfo info; ///< of that file
    const FacePlan* plan = nullptr; ///< never null
    FaceCover cover = FaceCover::Mask;
    bool points = false;
    std::optional<std::filesystem::path> sound = {}; ///< a file whose sound the video gets; absent: none
};

/// The rate at which a video is written: its own where it tells one.
double writtenRate(const MediaInfo& info);

/// Writes a video anew with the places of its plan hidden, as mp4 without tags.
/// @return the plan's kept faces, by the pictures that were written
/// @throws as writeRenderedClip()
std::map<std::size_t, std::vector<FaceBox>> writeHiddenPictures(const HiddenPictures& wish, const std::filesystem::path& target,
                                                                const RunContext& run);

/// All sound of a recording from 0 s on, as one channel of 16 kHz. @throws as AudioReader; Cancelled.
std::vector<float> voiceOf(const MediaFile& media, const RunContext& run);
/// Writes such sound as `.wav`. @throws IoError
void writeVoice(std::span<const float> samples, const std::filesystem::path& file);

}
