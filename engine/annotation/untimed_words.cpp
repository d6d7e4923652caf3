#include "engine/annotation/untimed_words.h"

#include "engine/annotation/change_builder.h"

#include <algorithm>
#include <limits>
#include <set>

namespace engine {

namespace {

constexpr std::size_t kWordsAround = 50;
constexpr std::int64_t kLeastTicks = 1000; // of a word: less than can be seen, more than rounding
constexpr std::int64_t kMuchDenser = 2;
constexpr std::int64_t kUnknownEnd = std::numeric_limits<std::int64_t>::max() / 4;

std::int64_t weightOf(const PlacedWord& word)
{
    return word.letters + 1;
}

/// A stretch of words [first, last) without times, and the room for them.
struct Stretch {
    std::size_t first = 0;
    std::size_t last = 0;
    std::int64_t from = 0;
    std::int64_t to = 0;

    std::int64_t count() const { return static_cast<std::int64_t>(last - first); }
};

class Spreading {
public:
    Spreading(std::vector<PlacedWord>& words, bool overlapping, std::int64_t end)
        : m_words(words)
        , m_overlapping(overlapping)
        , m_end(end)
    {
    }

    void spread()
    {
        for (std::size_t first = 0; first < m_words.size();) {
            std::size_t last = first;
            while (last < m_words.size() && !m_words[last].isTimed())
                ++last;
            if (last > first)
                spreadRun(first, last);
            first = last + 1;
        }
    }

private:
    std::int64_t weight(std::size_t first, std::size_t last) const
    {
        std::int64_t sum = 0;
        for (std::size_t i = first; i < last; ++i)
            sum += weightOf(m_words[i]);
        return sum;
    }

    /// The words [first, last) with the room that their neighbours leave.
    Stretch stretch(std::size_t first, std::size_t last) const
    {
        Stretch result{first, last, first == 0 ? 0 : m_words[first - 1].end, 0};
        result.to = last < m_words.size() ? m_words[last].start
            : m_end > result.from         ? m_end
            : m_end == 0                  ? kUnknownEnd
                                          : result.from;
        return result;
    }

    void spreadRun(std::size_t first, std::size_t last)
    {
        std::size_t begin = first;
        while (begin < last && !m_words[begin].isMoved)
            ++begin;
        if (begin == last)
            return;
        std::size_t end = last;
        while (!m_words[end - 1].isMoved)
            --end;
        const Stretch all = stretch(first, last);
        Stretch near = stretch(begin - first > kWordsAround ? begin - kWordsAround : first,
                               last - end > kWordsAround ? end + kWordsAround : last);
        const std::int64_t nearWeight = weight(near.first, near.last);
        const std::int64_t allWeight = weight(first, last);
        const std::int64_t whole = std::min(all.to - all.from, allWeight * kSlowestLetter);
        if ((near.to - near.from) / nearWeight * kMuchDenser < whole / allWeight)
            near = all;
        if (near.first == first && near.last == last)
            makeRoom(near);
        if (near.to - near.from < near.count() * kLeastTicks)
            throw Refused("There is no room between these words.");
        place(near);
    }

    /// Takes what lacks from the timed words beside.
    void makeRoom(Stretch& run)
    {
        const auto lacking = [&run] { return run.count() * kLeastRoom - (run.to - run.from); };
        if (lacking() <= 0)
            return;
        if (m_overlapping) {
            if (run.first > 0)
                run.from = std::max(m_words[run.first - 1].start + kLeastTicks,
                                    std::min(run.from, run.to) - lacking());
            return;
        }
        if (run.first > 0) {
            PlacedWord& before = m_words[run.first - 1];
            before.end -= std::min((before.end - before.start) / 2, lacking());
            run.from = before.end;
        }
        if (run.last < m_words.size() && lacking() > 0) {
            PlacedWord& after = m_words[run.last];
            after.start += std::min((after.end - after.start) / 2, lacking());
            run.to = after.start;
        }
    }

    /// Words that were heard begin groups of their own.
    void place(const Stretch& run)
    {
        const std::int64_t least = std::min(kLeastRoom, (run.to - run.from) / run.count());
        Stretch group{run.first, run.first, run.from, run.to};
        for (std::size_t i = run.first; i < run.last; ++i) {
            const PlacedWord& word = m_words[i];
            const auto before = static_cast<std::int64_t>(i - group.first);
            const auto from = static_cast<std::int64_t>(run.last - i);
            if (word.timing != Timing::Heard || word.start < group.from + before * least
                || word.start > run.to - from * least)
                continue;
            group.last = i;
            group.to = word.start;
            fill(group);
            group = {i, i, word.start, run.to};
        }
        group.last = run.last;
        group.to = run.to;
        fill(group);
    }

    void fill(const Stretch& group)
    {
        const std::int64_t sum = weight(group.first, group.last);
        const std::int64_t room = std::min(group.to - group.from, sum * kSlowestLetter);
        std::int64_t reached = 0;
        const auto edge = [&] {
            return group.from
                + static_cast<std::int64_t>(static_cast<long double>(room) * static_cast<long double>(reached)
                                            / static_cast<long double>(sum));
        };
        for (std::size_t i = group.first; i < group.last; ++i) {
            m_words[i].start = edge();
            reached += weightOf(m_words[i]);
            m_words[i].end = edge();
        }
    }

    std::vector<PlacedWord>& m_words;
    bool m_overlapping;
    std::int64_t m_end;
};

bool isUntimed(const std::optional<Segment>& segment)
{
    return segment && !segment->isTimed();
}

PlacedWord placedWord(const Segment& segment)
{
    return {segment.id, segment.start.ticks, segment.end.ticks, segment.timing, lettersOf(segment.text)};
}

/// The words of a tier as the change leaves them; those beside what it changes are moved.
std::vector<PlacedWord> wordsAfter(const Annotation& annotation, const Change& change, TierId tier)
{
    std::set<SegmentId> touched;
    std::vector<std::int64_t> gone; // places of timed words that were there and are not any more
    std::vector<PlacedWord> words;
    std::vector<PlacedWord> added;
    for (const Replaced<Segment>& replaced : change.segments) {
        if (replaced.before && replaced.before->tier == tier) {
            touched.insert(replaced.before->id);
            gone.push_back(replaced.before->start.ticks);
        }
        if (replaced.after && replaced.after->tier == tier) {
            added.push_back(placedWord(*replaced.after));
            const bool hasMoved = !replaced.before
                || replaced.before->start.ticks != replaced.after->start.ticks
                || replaced.before->end.ticks != replaced.after->end.ticks
                || replaced.before->timing != replaced.after->timing;
            added.back().isMoved = hasMoved;
            if (!hasMoved && replaced.before)
                gone.pop_back();
        }
    }
    for (const IntervalIndex::Entry& entry : annotation.byTime(tier).all()) {
        if (!touched.contains(entry.id))
            words.push_back(placedWord(*annotation.segment(entry.id)));
    }
    words.insert(words.end(), added.begin(), added.end());
    std::ranges::sort(words, {}, [](const PlacedWord& word) { return std::pair(word.start, word.id); });
    std::vector<bool> isMoved(words.size());
    const auto mark = [&](std::size_t i) {
        if (i < words.size())
            isMoved[i] = true;
    };
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!words[i].isMoved)
            continue;
        mark(i);
        mark(i + 1);
        mark(i - 1); // which is none for the first
    }
    for (const std::int64_t start : gone) {
        const auto next = std::ranges::lower_bound(words, start, {}, &PlacedWord::start);
        const auto index = static_cast<std::size_t>(next - words.begin());
        mark(index);
        mark(index - 1);
    }
    for (std::size_t i = 0; i < words.size(); ++i)
        words[i].isMoved = isMoved[i];
    return words;
}

}

int lettersOf(const std::string& text)
{
    return static_cast<int>(std::ranges::count_if(
        text, [](char unit) { return (static_cast<unsigned char>(unit) & 0xc0) != 0x80; }));
}

std::vector<PlacedWord> placedWords(const Annotation& annotation, TierId tier)
{
    std::vector<PlacedWord> words;
    for (const IntervalIndex::Entry& entry : annotation.byTime(tier).all())
        words.push_back(placedWord(*annotation.segment(entry.id)));
    return words;
}

void spreadUntimed(std::vector<PlacedWord>& words, bool overlapping, std::int64_t end)
{
    Spreading(words, overlapping, end).spread();
}

Change withUntimedSpread(const Annotation& annotation, Change change, std::int64_t end)
{
    std::set<TierId> tiers;
    for (const Replaced<Segment>& replaced : change.segments) {
        const TierId id = replaced.after ? replaced.after->tier : replaced.before->tier;
        if (!tiers.contains(id) && annotation.tier(id)
            && (isUntimed(replaced.before) || isUntimed(replaced.after) || annotation.untimedIn(id) > 0))
            tiers.insert(id);
    }
    for (const Replaced<Tier>& replaced : change.tiers) {
        if (!replaced.after)
            tiers.erase(replaced.before->id);
    }
    if (tiers.empty())
        return change;
    ChangeBuilder builder(annotation, change);
    for (const TierId tier : tiers) {
        std::vector<PlacedWord> words = wordsAfter(annotation, change, tier);
        spreadUntimed(words, annotation.tier(tier)->overlapping, end);
        for (const PlacedWord& word : words) {
            const Segment& now = builder.segment(word.id);
            if (now.start.ticks != word.start || now.end.ticks != word.end)
                builder.retime(word.id,
                               now.start.ticks == word.start ? now.start : TimePoint::ofTicks(word.start),
                               now.end.ticks == word.end ? now.end : TimePoint::ofTicks(word.end));
        }
    }
    return builder.change();
}

Change takeTimes(const Annotation& annotation, const std::vector<SegmentId>& ids)
{
    ChangeBuilder builder(annotation);
    for (const SegmentId id : ids) {
        Segment segment = builder.segment(id);
        segment.timing = Timing::Timed;
        builder.put(std::move(segment));
    }
    return builder.change();
}

}
