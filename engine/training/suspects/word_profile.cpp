#include "engine/training/suspects/word_profile.h"

#include <algorithm>
#include <cmath>

namespace engine {

namespace {

constexpr double kStep = 0.05; // seconds

enum Side : std::size_t { JoinedOnset, OnsetAfterPause, JoinedEnd, EndBeforePause, PauseBegins, PauseEnds };

/// Shares the distance from a boundary among the two steps whose middles are nearest.
void add(WordMoment& moment, Side side, double distance)
{
    const double place = std::max(distance / kStep - 0.5, 0.0);
    const auto first = static_cast<std::size_t>(place);
    if (first >= WordMoment::kSteps)
        return;
    const double part = place - static_cast<double>(first);
    const std::size_t column = 1 + side * WordMoment::kSteps + first;
    moment.parts[moment.count++] = {column, 1.0 - part};
    if (first + 1 < WordMoment::kSteps)
        moment.parts[moment.count++] = {column + 1, part};
}

}

WordMoment wordMoment(std::span<const SegmentWord> words, double seconds)
{
    const auto next = std::ranges::upper_bound(words, seconds, {},
                                               [](const SegmentWord& word) { return word.span.start; });
    const auto place = static_cast<std::size_t>(next - words.begin()); // of the first that begins later
    WordMoment moment;
    if (place > 0 && seconds < words[place - 1].span.end) {
        const std::size_t word = place - 1;
        const Interval span = words[word].span;
        moment.word = word;
        moment.parts[moment.count++] = {0, 1.0};
        const bool followsWord = word > 0 && span.start - words[word - 1].span.end < kJoined;
        const bool endsAtWord = place < words.size() && words[place].span.start - span.end < kJoined;
        add(moment, followsWord ? JoinedOnset : OnsetAfterPause, seconds - span.start);
        add(moment, endsAtWord ? JoinedEnd : EndBeforePause, span.end - seconds);
        return moment;
    }
    if (place > 0)
        add(moment, PauseBegins, seconds - words[place - 1].span.end);
    if (place < words.size())
        add(moment, PauseEnds, words[place].span.start - seconds);
    return moment;
}

}
