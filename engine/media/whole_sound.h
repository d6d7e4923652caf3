#pragma once

#include "engine/core/run_context.h"
#include "engine/media/audio_reader.h"

#include <algorithm>
#include <limits>
#include <span>
#include <vector>

namespace engine {

/// Hands on a reader's sound from where it stands, in pieces of at most 16 000 sample frames.
/// @param most  sample frames in all; the file may end before
/// @throws Cancelled; Error as AudioReader::read().
template <class Take>
void readPieces(AudioReader& reader, const RunContext& run, const Take& take,
                std::size_t most = std::numeric_limits<std::size_t>::max())
{
    constexpr std::size_t kFrames = 16000;
    const auto channels = static_cast<std::size_t>(reader.channels());
    std::vector<float> piece;
    while (most > 0) {
        run.tick(0, 1);
        const std::size_t wanted = std::min(kFrames, most);
        piece.resize(wanted * channels);
        const std::size_t got = reader.read(piece);
        take(std::span<const float>(piece).first(got * channels));
        if (got < wanted)
            return;
        most -= got;
    }
}

/// The same in one piece, interleaved. @throws as readPieces().
inline std::vector<float> wholeSound(AudioReader& reader, const RunContext& run,
                                     std::size_t most = std::numeric_limits<std::size_t>::max())
{
    std::vector<float> sound;
    readPieces(
        reader, run,
        [&](std::span<const float> piece) { sound.insert(sound.end(), piece.begin(), piece.end()); }, most);
    return sound;
}

}
