#pragma once

#include "engine/core/run_context.h"
#include "engine/media/audio_reader.h"

#include <span>
#include <vector>

namespace engine {

/// Hands on a reader's sound from where it stands to its end, in pieces of 16 000 sample frames.
/// @throws Cancelled; Error as AudioReader::read().
template <class Take>
void readPieces(AudioReader& reader, const RunContext& run, const Take& take)
{
    constexpr std::size_t kFrames = 16000;
    std::vector<float> piece(kFrames * static_cast<std::size_t>(reader.channels()));
    while (true) {
        run.tick(0, 1);
        const std::size_t got = reader.read(piece);
        take(std::span<const float>(piece).first(got * static_cast<std::size_t>(reader.channels())));
        if (got < kFrames)
            return;
    }
}

/// All of a reader's sound, interleaved. @throws as readPieces().
inline std::vector<float> wholeSound(AudioReader& reader, const RunContext& run)
{
    std::vector<float> sound;
    readPieces(reader, run,
               [&](std::span<const float> piece) { sound.insert(sound.end(), piece.begin(), piece.end()); });
    return sound;
}

}
