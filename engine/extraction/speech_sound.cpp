#include "engine/extraction/speech_sound.h"

#include "engine/media/audio_reader.h"

#include <algorithm>
#include <cmath>

namespace engine {

namespace {

constexpr std::size_t kPiece = 16000 * 10; // samples that are read at once
constexpr int kRate = 16000;

}

std::vector<float> speechSound(const MediaFile& media, Interval within, const RunContext& run)
{
    AudioReader reader(media, kRate, 1);
    if (within.start > 0.0)
        reader.seek(within.start);
    const std::size_t wanted = std::isfinite(within.end)
        ? static_cast<std::size_t>(std::llround(std::max(0.0, within.length()) * kRate))
        : std::numeric_limits<std::size_t>::max();
    std::vector<float> sound;
    while (sound.size() < wanted) {
        run.tick(0, 1);
        const std::size_t before = sound.size();
        const std::size_t piece = std::min(kPiece, wanted - before);
        sound.resize(before + piece);
        const std::size_t got = reader.read(std::span(sound).subspan(before));
        sound.resize(before + got);
        if (got < piece)
            break;
    }
    return sound;
}

}
