#pragma once

#include "engine/features/sound/sound_block.h"
#include "engine/features/sound/sound_features.h"

#include <array>

namespace engine::sound {

inline constexpr std::array kSets{&SoundRows::covarep74, &SoundRows::egemaps25, &SoundRows::spectral,
                                  &SoundRows::logmel, &SoundRows::mfcc};

/// All sets of one block, which share its frames, spectra, pitch and pulses.
class BlockFeatures {
public:
    explicit BlockFeatures(SoundSets sets) : m_sets(sets) { }

    /// Rows `first` to `first` + `count` of the block. @param firstOfFile  the number of the first of them in
    /// the file.
    SoundRows rows(const SoundBlock& block, std::size_t first, std::size_t count,
                   std::size_t firstOfFile) const;

private:
    SoundSets m_sets;
};

}
