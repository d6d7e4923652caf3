#include "engine/annotation/aligned_words.h"

#include "engine/annotation/change_builder.h"
#include "engine/annotation/untimed_words.h"

#include <algorithm>
#include <cmath>

namespace engine {

namespace {

constexpr std::int64_t kPause = kTicksPerSecond * 15 / 100;
constexpr std::int64_t kLongestGrown = kTicksPerSecond * 12;
constexpr std::int64_t kSoundBeside = kTicksPerSecond / 2; // that is listened to where a pause is longer

double secondsAt(std::int64_t ticks)
{
    return TimePoint::ofTicks(ticks).seconds();
}

/// The words [first, last) with the sound up to their neighbours.
WordStretch stretchFrom(const Annotation& annotation, const std::vector<PlacedWord>& words, std::size_t first,
                        std::size_t last, double end, std::int64_t beside)
{
    WordStretch stretch;
    for (std::size_t i = first; i < last; ++i) {
        stretch.words.push_back(words[i].id);
        stretch.texts.push_back(annotation.segment(words[i].id)->text);
    }
    const std::int64_t from = first > 0 ? words[first - 1].end : 0;
    stretch.sound.start
        = secondsAt(std::max(from, words[first].isTimed() ? words[first].start - beside : from));
    std::int64_t to = last < words.size() ? words[last].start : TimePoint::ofSeconds(end).ticks;
    const std::int64_t reached = words[last - 1].end + beside;
    if (words[last - 1].isTimed() && (to > reached || to == 0))
        to = reached;
    if (last == words.size() && to == 0) // nobody knows how long it is
        to = reached;
    stretch.sound.end = secondsAt(std::max(to, words[last - 1].isTimed() ? words[last - 1].end : to));
    return stretch;
}

const Segment& sameWord(const ChangeBuilder& builder, const WordStretch& stretch, std::size_t place)
{
    const Segment* word = builder.annotation().segment(stretch.words[place]);
    if (!word || word->text != stretch.texts[place])
        throw Refused("These words have changed meanwhile.");
    return *word;
}

/// Gives a word, which lies in these ticks, what was found of it.
void placeWord(ChangeBuilder& builder, SegmentId id, std::int64_t start, std::int64_t end,
               const SpokenTime& found)
{
    const Timing before = builder.annotation().segment(id)->timing;
    builder.retime(id, TimePoint::ofTicks(start), TimePoint::ofTicks(end));
    Segment placed = builder.segment(id);
    placed.timing = before == Timing::Drafted ? Timing::Drafted : Timing::Timed;
    placed.flagged = found.isDoubtful;
    placed.confidence = std::clamp(found.confidence, 0.0, 1.0);
    builder.put(std::move(placed));
}

/// Chosen words get what was found between neighbours that stay where they are.
void placeChosen(ChangeBuilder& builder, const WordStretch& stretch, const StretchWordTimes& times)
{
    const auto isMoved = [&](std::size_t place) {
        return stretch.getsTimes(place) && place < times.size() && times[place]
            && (times[place]->confidence > 0.0 || sameWord(builder, stretch, place).isTimed());
    };
    std::int64_t reached = TimePoint::ofSeconds(stretch.sound.start).ticks;
    for (std::size_t i = 0; i < stretch.words.size(); ++i) {
        const Segment& word = sameWord(builder, stretch, i);
        if (isMoved(i)) {
            std::size_t next = i + 1;
            while (next < stretch.words.size() && isMoved(next))
                ++next;
            const std::int64_t last = next < stretch.words.size()
                ? sameWord(builder, stretch, next).start.ticks
                : TimePoint::ofSeconds(stretch.sound.end).ticks;
            const std::int64_t start = std::max(reached, TimePoint::ofSeconds(times[i]->time.start).ticks);
            const std::int64_t end = std::min(last, TimePoint::ofSeconds(times[i]->time.end).ticks);
            if (start < end)
                placeWord(builder, word.id, start, end, *times[i]);
        }
        reached = std::max(reached, builder.segment(word.id).end.ticks);
    }
}

/// What was not found goes between the others, without times.
void placeStretch(ChangeBuilder& builder, const WordStretch& stretch, const StretchWordTimes& times)
{
    std::int64_t reached = TimePoint::ofSeconds(stretch.sound.start).ticks;
    for (std::size_t i = 0; i < stretch.words.size() && i < times.size(); ++i) {
        const Segment& word = sameWord(builder, stretch, i);
        if (!times[i] || (times[i]->confidence <= 0.0 && !word.isTimed())) {
            builder.retime(word.id, TimePoint::ofTicks(reached), TimePoint::ofTicks(reached));
            Segment untimed = builder.segment(word.id);
            untimed.timing = Timing::Spread;
            builder.put(std::move(untimed));
            ++reached;
            continue;
        }
        const SpokenTime& found = *times[i];
        const std::int64_t start = std::max(reached, TimePoint::ofSeconds(found.time.start).ticks);
        reached = std::max(start + 1, TimePoint::ofSeconds(found.time.end).ticks);
        placeWord(builder, word.id, start, reached, found);
    }
}

}

WordStretch stretchOf(const Annotation& annotation, TierId tier, Interval wished, double end)
{
    const std::vector<PlacedWord> words = placedWords(annotation, tier);
    const std::int64_t from = TimePoint::ofSeconds(wished.start).ticks;
    const std::int64_t to = TimePoint::ofSeconds(wished.end).ticks;
    std::size_t first = 0;
    while (first < words.size() && words[first].end <= from)
        ++first;
    std::size_t last = first;
    while (last < words.size() && words[last].start < to)
        ++last;
    if (first == last)
        return {};
    const auto isPause = [&](std::size_t right) { // before this word
        return right == 0 || right == words.size()
            || (words[right].start - words[right - 1].end >= kPause && words[right].isTimed()
                && words[right - 1].isTimed());
    };
    const auto isShort = [&](std::size_t begin, std::size_t behind) {
        return words[behind - 1].end - words[begin].start <= kLongestGrown;
    };
    while (!isPause(first) && isShort(first - 1, last))
        --first;
    while (!isPause(last) && isShort(first, last + 1))
        ++last;
    return stretchFrom(annotation, words, first, last, end, kSoundBeside);
}

std::vector<WordStretch> untimedStretches(const Annotation& annotation, TierId tier, double end)
{
    const std::vector<PlacedWord> words = placedWords(annotation, tier);
    std::vector<WordStretch> stretches;
    for (std::size_t first = 0; first < words.size();) {
        std::size_t last = first;
        while (last < words.size() && !words[last].isTimed())
            ++last;
        if (last > first)
            stretches.push_back(stretchFrom(annotation, words, first, last, end, 0));
        first = last + 1;
    }
    return stretches;
}

Change placeWords(const Annotation& annotation, std::span<const WordStretch> stretches,
                  std::span<const StretchWordTimes> times)
{
    ChangeBuilder builder(annotation);
    for (std::size_t i = 0; i < stretches.size() && i < times.size(); ++i)
        (stretches[i].chosen.empty() ? placeStretch : placeChosen)(builder, stretches[i], times[i]);
    return builder.change();
}

Change acceptWords(const Annotation& annotation, std::span<const SegmentId> words)
{
    ChangeBuilder builder(annotation);
    for (const SegmentId id : words) {
        Segment word = builder.segment(id);
        if (!word.flagged && word.timing != Timing::Drafted)
            continue;
        word.flagged = false;
        if (word.timing == Timing::Drafted)
            word.timing = Timing::Timed;
        builder.put(std::move(word));
    }
    return builder.change();
}

Change withWordsLookedAt(const Annotation& annotation, Change change, const std::string& tier)
{
    for (Replaced<Segment>& replaced : change.segments) {
        if (!replaced.after || !(replaced.after->flagged || replaced.after->timing == Timing::Drafted))
            continue;
        const Tier* of = annotation.tier(replaced.after->tier);
        if (!of || of->name != tier)
            continue;
        Segment& after = *replaced.after;
        const bool isEdited = !replaced.before || replaced.before->text != after.text
            || replaced.before->start.ticks != after.start.ticks
            || replaced.before->end.ticks != after.end.ticks;
        if (!isEdited
            || (!replaced.before && after.timing != Timing::Drafted)) // imported words come with their doubts
            continue;
        after.flagged = false;
        if (after.timing == Timing::Drafted)
            after.timing = Timing::Timed;
    }
    return change;
}

}
