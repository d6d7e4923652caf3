#pragma once

#include "engine/training/media/segment_reader.h"

#include <cstdint>
#include <optional>
#include <random>
#include <span>

namespace engine {

/// One segment as a network of patches takes it.
struct SegmentPatches {
    std::size_t frames = 0; ///< F
    std::vector<float> pixels; ///< F × 3 × side × side, 0…255
    std::size_t columns = 0; ///< C, at most MediaOptions::Patches::columns
    std::vector<float> power; ///< bands × C, mel power
};

/// What is heard beside the sound of a segment.
struct AddedNoise {
    double decibels = 20.0; ///< how much louder the sound is
    std::uint64_t seed = 0;
};

/// @param noise  white noise that is added; none
SegmentPatches patchesOf(const SegmentMedia& media, const MediaOptions& options,
                         const std::optional<AddedNoise>& noise = std::nullopt);

/// The same, changed at random as MediaOptions::augment says: Ding et al., MRAC 2023, name the kinds.
/// @param voices  sounds of other segments, of which a babble is made; may be empty
SegmentPatches changedPatches(const SegmentMedia& media, const MediaOptions& options,
                              std::span<const std::vector<float>> voices, std::mt19937_64& random);

}
