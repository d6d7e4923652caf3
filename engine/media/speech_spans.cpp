#include "engine/media/speech_spans.h"

#include "engine/media/sound_levels.h"

#include <algorithm>
#include <cmath>

namespace engine {

namespace {

constexpr double kLoudnessStep = 0.01; // seconds
constexpr double kSilence = -90.0; // dB

SoundLevels loudness(const PeakPyramid& sound)
{
    const auto steps
        = static_cast<std::size_t>(std::max(0.0, (sound.duration() - sound.start()) / kLoudnessStep));
    std::vector<double> levels;
    levels.reserve(steps);
    for (const Peak& peak : sound.columns(sound.start(), kLoudnessStep, steps))
        levels.push_back(peak.rms > 0.0F
                             ? std::max(kSilence, 20.0 * std::log10(static_cast<double>(peak.rms)))
                             : kSilence);
    return SoundLevels(std::move(levels));
}

}

std::vector<Interval> speechSpans(const PeakPyramid& sound, const SpeechOptions& options)
{
    const SoundLevels levels = loudness(sound);
    const std::optional<double> threshold = levels.speechThreshold();
    if (!threshold)
        return {};
    std::vector<Interval> spans;
    for (std::size_t step = 0; step < levels.levels().size(); ++step) {
        if (levels.levels()[step] < *threshold)
            continue;
        const double at = sound.start() + static_cast<double>(step) * kLoudnessStep;
        if (spans.empty() || at - spans.back().end >= options.shortestPause)
            spans.push_back({at, at + kLoudnessStep});
        else
            spans.back().end = at + kLoudnessStep;
    }
    std::erase_if(spans,
                  [&](const Interval& span) { return span.end - span.start < options.shortestSpeech; });
    const std::vector<Interval> bare = spans;
    for (std::size_t i = 0; i < bare.size(); ++i) {
        const double before
            = i == 0 ? bare[i].start - sound.start() : (bare[i].start - bare[i - 1].end) / 2.0;
        const double after
            = i + 1 == bare.size() ? sound.duration() - bare[i].end : (bare[i + 1].start - bare[i].end) / 2.0;
        spans[i].start -= std::clamp(before, 0.0, options.margin);
        spans[i].end += std::clamp(after, 0.0, options.margin);
    }
    return spans;
}

}
