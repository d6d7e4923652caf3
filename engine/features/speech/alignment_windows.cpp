#include "engine/features/speech/alignment_windows.h"

#include "engine/media/sound_levels.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace engine {

namespace {

constexpr double kWideGap = 1.0; ///< seconds between parts that are aligned by themselves
constexpr double kLongWindow = 30.0; ///< seconds
constexpr double kNarrowMargin = 0.3; ///< seconds, where the neighbour is close

/// Where parts of known times may be parted: before `part`, if that and the part before it are timed.
double gapBefore(std::span<const TranscriptPart> parts, std::size_t part)
{
    if (part == 0 || !parts[part].roughly || !parts[part - 1].roughly)
        return -std::numeric_limits<double>::infinity();
    return parts[part].roughly->start - parts[part - 1].roughly->end;
}

}

std::vector<AlignmentWindow> alignmentWindows(std::span<const TranscriptPart> parts, double duration,
                                              const AlignOptions& options)
{
    std::vector<AlignmentWindow> windows;
    double before = -std::numeric_limits<double>::infinity(); // the gap before the window
    for (std::size_t first = 0; first < parts.size();) {
        std::size_t end = first + 1;
        std::size_t widest = 0; // where the best cut would be
        for (; end < parts.size(); ++end) {
            const double gap = gapBefore(parts, end);
            if (gap >= kWideGap)
                break;
            if (std::isfinite(gap) && (widest == 0 || gap >= gapBefore(parts, widest)))
                widest = end;
            if (widest != 0 && parts[first].roughly && parts[end].roughly
                && parts[end].roughly->end - parts[first].roughly->start > kLongWindow) {
                end = widest;
                break;
            }
        }
        const double after
            = end < parts.size() ? gapBefore(parts, end) : std::numeric_limits<double>::infinity();
        const auto marginAt
            = [&](double gap) { return std::min(options.margin, std::max(gap, kNarrowMargin)); };
        AlignmentWindow window{{0.0, duration}, {0.0, duration}, first, end};
        if (parts[first].roughly) {
            window.written.start = parts[first].roughly->start;
            window.sound.start = window.written.start - (windows.empty() ? options.margin : marginAt(before));
        }
        if (parts[end - 1].roughly) {
            window.written.end = parts[end - 1].roughly->end;
            window.sound.end = window.written.end + marginAt(after);
        }
        window.sound.start = std::clamp(window.sound.start, 0.0, duration);
        window.sound.end = std::clamp(window.sound.end, window.sound.start, duration);
        windows.push_back(window);
        before = after;
        first = end;
    }
    return windows;
}

double quietestMoment(SpokenSound& sound, Interval within)
{
    const auto at = [&](double seconds) {
        return std::min(sound.size(), static_cast<std::size_t>(std::max(0.0, seconds) * kSpeechRate));
    };
    constexpr std::size_t kStep = 160;
    constexpr std::size_t kSteps = 25; // a pause of 250 ms
    std::vector<double> energy;
    const std::span<const float> piece = sound.samples(at(within.start), at(within.end));
    for (std::size_t i = 0; i + kStep <= piece.size(); i += kStep) {
        double sum = 0.0;
        for (std::size_t k = i; k < i + kStep; ++k)
            sum += static_cast<double>(piece[k]) * static_cast<double>(piece[k]);
        energy.push_back(std::log(sum + 1e-7));
    }
    const std::optional<std::size_t> pause = SoundLevels(std::move(energy)).quietestRun(kSteps);
    return pause ? within.start + (static_cast<double>(*pause) + kSteps / 2.0) * kStep / kSpeechRate
                 : (within.start + within.end) / 2;
}

}
