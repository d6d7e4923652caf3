#include "engine/media/speech_spans.h"

#include "engine/media/audio_reader.h"
#include "engine/media/media_info.h"
#include "engine/media/sound_levels.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace engine {

namespace {

constexpr double kSilence = -90.0; // dB
constexpr double kBelowVoices = 60.0; // Hz

/// A section of the high pass, by the bilinear transform; direct form II, transposed.
struct HighPassSection {
    double b = 0.0, a1 = 0.0, a2 = 0.0; // b, −2 b, b over 1, a1, a2

    /// @param quality  1.307 and 0.541 for the two of a Butterworth filter of order 4
    explicit HighPassSection(double quality)
    {
        const double angle = 2.0 * std::numbers::pi * kBelowVoices / VoiceLoudness::kRate;
        const double alpha = std::sin(angle) / (2.0 * quality);
        b = (1.0 + std::cos(angle)) / 2.0 / (1.0 + alpha);
        a1 = -2.0 * std::cos(angle) / (1.0 + alpha);
        a2 = (1.0 - alpha) / (1.0 + alpha);
    }
};

const std::array<HighPassSection, 2>& highPass()
{
    static const std::array sections{HighPassSection(1.3065629648763766),
                                     HighPassSection(0.5411961001461970)};
    return sections;
}

}

void VoiceLoudness::add(std::span<const float> sound)
{
    constexpr auto stepSamples = static_cast<std::size_t>(kStep * kRate);
    for (const float sample : sound) {
        auto value = static_cast<double>(sample);
        for (std::size_t i = 0; i < highPass().size(); ++i) {
            const HighPassSection& section = highPass()[i];
            Section& kept = m_sections[i];
            const double passed = section.b * value + kept.before;
            kept.before = -2.0 * section.b * value - section.a1 * passed + kept.earlier;
            kept.earlier = section.b * value - section.a2 * passed;
            value = passed;
        }
        m_squares += value * value;
        if (++m_samples < stepSamples)
            continue;
        m_powers.push_back(m_squares / static_cast<double>(stepSamples));
        m_squares = 0.0;
        m_samples = 0;
    }
}

std::vector<double> VoiceLoudness::levels() const
{
    std::vector<double> levels;
    levels.reserve(m_powers.size());
    for (std::size_t i = 0; i < m_powers.size(); ++i) {
        const double before = m_powers[i > 0 ? i - 1 : i];
        const double behind = m_powers[std::min(i + 1, m_powers.size() - 1)];
        const double mean = (before + m_powers[i] + behind) / 3.0;
        levels.push_back(mean > 0.0 ? std::max(kSilence, 10.0 * std::log10(mean)) : kSilence);
    }
    return levels;
}

std::vector<Interval> speechSpans(const std::vector<double>& levels, double start,
                                  const SpeechOptions& options)
{
    constexpr double step = VoiceLoudness::kStep;
    const std::optional<double> threshold = SoundLevels(levels).speechThreshold();
    if (!threshold)
        return {};
    const double end = start + static_cast<double>(levels.size()) * step;
    std::vector<Interval> spans;
    for (std::size_t i = 0; i < levels.size(); ++i) {
        if (levels[i] < *threshold)
            continue;
        const double at = start + static_cast<double>(i) * step;
        if (spans.empty() || at - spans.back().end >= options.shortestPause)
            spans.push_back({at, at + step});
        else
            spans.back().end = at + step;
    }
    std::erase_if(spans,
                  [&](const Interval& span) { return span.end - span.start < options.shortestSpeech; });
    const std::vector<Interval> bare = spans;
    for (std::size_t i = 0; i < bare.size(); ++i) {
        const double before = i == 0 ? bare[i].start - start : (bare[i].start - bare[i - 1].end) / 2.0;
        const double after
            = i + 1 == bare.size() ? end - bare[i].end : (bare[i + 1].start - bare[i].end) / 2.0;
        spans[i].start -= std::clamp(before, 0.0, options.margin);
        spans[i].end += std::clamp(after, 0.0, options.margin);
    }
    return spans;
}

std::vector<Interval> speechSpans(const MediaFile& file, const SpeechOptions& options, const RunContext& run)
{
    constexpr std::size_t pieceSamples = VoiceLoudness::kRate * std::size_t{10};
    const MediaInfo info = probeMedia(file);
    AudioReader reader(file, VoiceLoudness::kRate, 1);
    const double start = std::max(0.0, info.audioStart);
    reader.seek(start);
    VoiceLoudness loudness;
    std::vector<float> piece(pieceSamples);
    for (std::size_t got = pieceSamples; got == pieceSamples;) {
        run.tick(static_cast<std::size_t>(std::min(reader.position(), info.duration)),
                 static_cast<std::size_t>(info.duration) + 1);
        got = reader.read(piece);
        loudness.add(std::span(piece).first(got));
    }
    return speechSpans(loudness.levels(), start, options);
}

}
