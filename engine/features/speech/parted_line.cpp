#include "engine/features/speech/parted_line.h"

#include "engine/numbers/quantiles.h"

#include <algorithm>
#include <iterator>

namespace engine {

namespace {

constexpr double kShortest = 4.0; ///< seconds of sound that are parted
constexpr double kPauseLength = 0.2; ///< seconds
constexpr double kFarthest = 0.4; ///< from the middle, as a share of what lies before it
constexpr double kQuietShare = 0.25; ///< no frame of the pause is louder than the quietest quarter of all

/// The frame in the middle of the pause that is nearest to the middle of the sound. The first coefficient of
/// a frame is its loudness.
std::optional<std::size_t> pauseNearMiddle(const SpeechFrames& frames, double frameSeconds)
{
    std::vector<float> levels;
    for (std::size_t i = 0; i < frames.size(); ++i)
        levels.push_back(frames.values[i * frames.width]);
    const float loudest
        = atRank(levels, static_cast<std::size_t>(kQuietShare * static_cast<double>(levels.size())));
    const auto length = static_cast<std::size_t>(kPauseLength / frameSeconds);
    const std::size_t middle = frames.size() / 2;
    const auto distance = [&](std::size_t frame) { return frame > middle ? frame - middle : middle - frame; };
    std::optional<std::size_t> found;
    std::size_t quiet = 0; // frames in a row
    for (std::size_t i = 0; i < frames.size(); ++i) {
        quiet = levels[i] <= loudest ? quiet + 1 : 0;
        if (quiet >= length && (!found || distance(i - length / 2) < distance(*found)))
            found = i - length / 2;
    }
    return found && distance(*found) < static_cast<std::size_t>(kFarthest * static_cast<double>(middle))
        ? found
        : std::nullopt;
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
