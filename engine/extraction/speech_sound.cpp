#include "engine/extraction/speech_sound.h"

#include "engine/media/whole_sound.h"

#include <algorithm>
#include <cmath>

namespace engine {

namespace {

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
    return wholeSound(reader, run, wanted);
}

}
