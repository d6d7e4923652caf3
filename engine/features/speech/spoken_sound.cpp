#include "engine/features/speech/spoken_sound.h"

#include "engine/features/speech/word_alignment.h"

#include <algorithm>
#include <cmath>

namespace engine {

bool isSilent(std::span<const float> sound)
{
    return std::ranges::none_of(sound,
                                [](float value) { return std::isfinite(value) && std::abs(value) > 5e-4F; });
}

double SpokenSound::duration() const
{
    return static_cast<double>(size()) / kSpeechRate;
}

std::span<const float> SpokenSound::samples(Interval within)
{
    const auto at = [&](double seconds) {
        return std::min(size(), static_cast<std::size_t>(std::max(0.0, std::round(seconds * kSpeechRate))));
    };
    return samples(at(within.start), std::max(at(within.start), at(within.end)));
}

}
