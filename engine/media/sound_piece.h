#pragma once

#include "engine/core/interval.h"
#include "engine/media/media_file.h"

#include <cstdint>
#include <vector>

namespace engine {

/// A piece of a file's sound, sample by sample: the mono mix, 1 being full scale.
struct SoundPiece {
    std::int64_t first = 0; ///< number of the first sample, counted from the timeline's zero
    double sampleRate = 1.0; ///< per second
    std::vector<float> samples;

    double time(std::size_t i) const
    {
        return (static_cast<double>(first) + static_cast<double>(i)) / sampleRate;
    }
    Interval span() const { return {time(0), time(samples.size())}; }
};

/// The samples of this span (seconds, from 0 on); fewer where the sound ends earlier.
/// @throws IoError (`file_not_found`, `not_media`, `no_audio`, `io`).
SoundPiece readSoundPiece(const MediaFile& file, Interval span);

}
