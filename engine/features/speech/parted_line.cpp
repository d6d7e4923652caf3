#include "engine/features/speech/parted_line.h"

#include "engine/media/sound_levels.h"

#include <algorithm>
#include <iterator>

namespace engine {

namespace {

constexpr double kShortest = 4.0; ///< seconds of sound that are parted
constexpr double kPauseLength = 0.2; ///< seconds

/// The frame in the middle of the pause that is nearest to the middle of the sound. The first coefficient of
/// a frame is its loudness.
std::optional<std::size_t> pauseNearMiddle(const SpeechFrames& frames, double frameSeconds)
{
    std::vector<double> levels;
    for (std::size_t i = 0; i < frames.size(); ++i)
        levels.push_back(static_cast<double>(frames.values[i * frames.width]));
    return SoundLevels(std::move(levels))
        .quietRunNearMiddle(static_cast<std::size_t>(kPauseLength / frameSeconds));
}

}

std::optional<std::vector<DecodedWord>>
followParted(SpeechDecoder& decoder, const std::vector<std::string>& words, const SpeechFrames& frames)
{
    const double frameSeconds = decoder.frameSeconds();
    if (static_cast<double>(frames.size()) * frameSeconds < kShortest)
        return std::nullopt;
    const auto pause = pauseNearMiddle(frames, frameSeconds);
    if (!pause)
        return std::nullopt;
    SpokenLine begin;
    begin.words = words;
    begin.mayEndAfter = 0;
    SpokenLine rest;
    rest.words = words;
    rest.beginsAnywhere = true;
    auto found = decoder.followEach(std::vector<FramedLine>{
        {std::move(begin), frames.part(0, *pause)}, {std::move(rest), frames.part(*pause, frames.size())}});
    if (!found[0] || !found[1])
        return std::nullopt;
    const auto count = std::ranges::count_if(*found[0], &DecodedWord::isWord)
        + std::ranges::count_if(*found[1], &DecodedWord::isWord);
    if (static_cast<std::size_t>(count) != words.size())
        return std::nullopt;
    const double from = static_cast<double>(*pause) * frameSeconds;
    for (DecodedWord& word : *found[1]) {
        word.start += from;
        word.end += from;
    }
    std::ranges::move(*found[1], std::back_inserter(*found[0]));
    return std::move(found[0]);
}

}
