#include "engine/annotation/transcript_edits.h"

#include "engine/annotation/change_builder.h"
#include "engine/annotation/edits.h"
#include "engine/annotation/new_segment.h"
#include "engine/annotation/untimed_words.h"
#include "engine/annotation/word_pairs.h"

#include <algorithm>

namespace engine {

namespace {

constexpr std::int64_t kUsualLetter = kTicksPerSecond * 7 / 100; // the time that a spoken letter takes

const Tier& tierOfWords(const Annotation& annotation, TierId id)
{
    const Tier* tier = annotation.tier(id);
    if (!tier || tier->kind != TierKind::Interval)
        throw Refused("There are no words that could be typed here.");
    return *tier;
}

/// A text on its way: the words of the tier, and the texts of those that change or come.
class Text {
public:
    Text(const Annotation& annotation, const WordsEdit& edit)
        : m_annotation(annotation)
        , m_edit(edit)
        , m_words(placedWords(annotation, edit.tier))
        , m_texts(m_words.size())
        , m_first(place())
    {
    }

    Change replaced()
    {
        const std::vector<std::string> before = textsBefore();
        if (const auto change = splitOrMerged(before))
            return *change;
        const auto pairs = pairedWords(before, m_edit.texts);
        std::vector<PlacedWord> words;
        std::vector<std::optional<std::string>> texts;
        std::size_t old = 0;
        std::size_t next = 0;
        for (const auto& [kept, at] : pairs) {
            takeBetween(words, texts, {old, kept}, {next, at});
            words.push_back(m_words[m_first + kept]);
            texts.emplace_back();
            old = kept + 1;
            next = at + 1;
        }
        takeBetween(words, texts, {old, before.size()}, {next, m_edit.texts.size()});
        put(words, texts);
        return spreadChange();
    }

private:
    using Range = std::pair<std::size_t, std::size_t>;

    std::size_t place() const
    {
        std::size_t first = 0;
        if (m_edit.after != 0)
            first = static_cast<std::size_t>(std::ranges::find(m_words, m_edit.after, &PlacedWord::id)
                                             - m_words.begin())
                + 1;
        bool isThere = first + m_edit.removed.size() <= m_words.size();
        for (std::size_t i = 0; isThere && i < m_edit.removed.size(); ++i)
            isThere = m_words[first + i].id == m_edit.removed[i];
        if (!isThere)
            throw Refused("The words have changed meanwhile.");
        return first;
    }

    std::vector<std::string> textsBefore() const
    {
        std::vector<std::string> texts;
        for (const SegmentId id : m_edit.removed)
            texts.push_back(m_annotation.segment(id)->text);
        return texts;
    }

    /// A blank that was typed into a word, or taken out between two. What depends on them is cut and joined,
    /// too.
    std::optional<Change> splitOrMerged(const std::vector<std::string>& before) const
    {
        const std::vector<std::string>& after = m_edit.texts;
        Change change;
        if (before.size() == 1 && after.size() == 2 && after[0] + after[1] == before[0]) {
            const Segment& whole = *m_annotation.segment(m_edit.removed[0]);
            const std::int64_t part
                = whole.length() * lettersOf(after[0]) / std::max(1, lettersOf(before[0]));
            change = splitSegment(m_annotation, whole.id, TimePoint::ofTicks(whole.start.ticks + part),
                                  after[1]);
        } else if (before.size() == 2 && after.size() == 1 && before[0] + before[1] == after[0]) {
            change = mergeSegments(m_annotation, m_edit.removed[0], m_edit.removed[1]);
        } else {
            return std::nullopt;
        }
        for (Replaced<Segment>& replaced : change.segments) {
            if (replaced.after && replaced.after->id == m_edit.removed[0])
                replaced.after->text = after[0];
        }
        return withUntimedSpread(m_annotation, std::move(change), m_edit.end);
    }

    /// Words [before) of the place become the new texts [after), none of which they have in common.
    void takeBetween(std::vector<PlacedWord>& words, std::vector<std::optional<std::string>>& texts,
                     Range before, Range after)
    {
        const bool areAsMany = before.second - before.first == after.second - after.first;
        for (std::size_t i = before.first; !areAsMany && i < before.second; ++i) {
            m_gone.push_back(m_words[m_first + i].id);
            m_isGap = m_isGap || after.first == after.second;
        }
        for (std::size_t i = after.first; i < after.second; ++i) {
            texts.emplace_back(m_edit.texts[i]);
            PlacedWord word;
            if (areAsMany)
                word = m_words[m_first + before.first + (i - after.first)];
            word.letters = lettersOf(m_edit.texts[i]);
            if (!areAsMany) {
                word.isMoved = true;
                word.timing = m_edit.heard && i == 0 ? Timing::Heard : Timing::Spread;
                word.start = m_edit.heard.value_or(0);
            }
            words.push_back(word);
        }
    }

    void put(const std::vector<PlacedWord>& words, const std::vector<std::optional<std::string>>& texts)
    {
        const auto at
            = [](auto& list, std::size_t i) { return list.begin() + static_cast<std::ptrdiff_t>(i); };
        const std::size_t last = m_first + m_edit.removed.size();
        m_words.erase(at(m_words, m_first), at(m_words, last));
        m_texts.erase(at(m_texts, m_first), at(m_texts, last));
        m_words.insert(at(m_words, m_first), words.begin(), words.end());
        m_texts.insert(at(m_texts, m_first), texts.begin(), texts.end());
        const std::size_t behind = m_first + words.size();
        if (m_isGap && m_first > 0)
            m_words[m_first - 1].isMoved = true;
        if (m_isGap && behind < m_words.size())
            m_words[behind].isMoved = true;
    }

    Change spreadChange()
    {
        const Tier& tier = *m_annotation.tier(m_edit.tier);
        spreadUntimed(m_words, tier.overlapping, m_edit.end);
        ChangeBuilder builder(m_annotation);
        for (const SegmentId id : m_gone)
            builder.remove(id);
        for (std::size_t i = 0; i < m_words.size(); ++i) {
            const PlacedWord& word = m_words[i];
            const TimePoint start = TimePoint::ofTicks(word.start);
            const TimePoint end = TimePoint::ofTicks(word.end);
            if (word.id == 0) {
                Segment made = newSegment(m_annotation, tier.id, start, end);
                made.text = *m_texts[i];
                made.timing = word.timing;
                builder.insert(std::move(made));
                continue;
            }
            const Segment& now = builder.segment(word.id);
            if (now.start.ticks != word.start || now.end.ticks != word.end)
                builder.retime(word.id, now.start.ticks == word.start ? now.start : start,
                               now.end.ticks == word.end ? now.end : end);
            if (m_texts[i]) {
                Segment retyped = builder.segment(word.id);
                retyped.text = *m_texts[i];
                builder.put(std::move(retyped));
            }
        }
        return builder.change();
    }

    const Annotation& m_annotation;
    const WordsEdit& m_edit;
    std::vector<PlacedWord> m_words;
    std::vector<std::optional<std::string>> m_texts; ///< per word; absent: as it is
    std::size_t m_first;
    std::vector<SegmentId> m_gone;
    bool m_isGap = false; ///< words go where none come
};

/// Index of the last timed word that begins before a moment, or at it; absent: there is none.
std::optional<std::size_t> lastTimedUpTo(const std::vector<PlacedWord>& words, std::int64_t at)
{
    std::optional<std::size_t> last;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i].isTimed() && words[i].start <= at)
            last = i;
    }
    return last;
}

}

Change replaceWords(const Annotation& annotation, const WordsEdit& edit)
{
    tierOfWords(annotation, edit.tier);
    return Text(annotation, edit).replaced();
}

std::optional<SegmentId> wordToBegin(const Annotation& annotation, TierId tier, std::int64_t at)
{
    const std::vector<PlacedWord> words = placedWords(annotation, tier);
    const auto last = lastTimedUpTo(words, at);
    const std::size_t next = last ? *last + 1 : 0;
    return next < words.size() && !words[next].isTimed() ? std::optional(words[next].id) : std::nullopt;
}

Change beginWordAt(const Annotation& annotation, SegmentId id, std::int64_t at, std::int64_t end)
{
    const Segment* segment = annotation.segment(id);
    if (!segment)
        throw Refused("This segment is not there any more.");
    std::vector<PlacedWord> words = placedWords(annotation, segment->tier);
    const auto place
        = static_cast<std::size_t>(std::ranges::find(words, id, &PlacedWord::id) - words.begin());
    std::int64_t before = 0; // untimed words up to the timed ones around
    std::int64_t behind = 0;
    std::size_t first = place;
    while (first > 0 && !words[first - 1].isTimed()) {
        --first;
        ++before;
        words[first].isMoved = true;
    }
    std::size_t last = place + 1;
    for (; last < words.size() && !words[last].isTimed(); ++last)
        ++behind;
    const std::int64_t least = first > 0 ? words[first - 1].start + kLeastRoom : 0;
    const std::int64_t most = (last < words.size() ? words[last].start : std::max(end, at + kTicksPerSecond))
        - kLeastRoom * behind;
    if (at < least + kLeastRoom * before || at + kLeastRoom > most)
        throw Refused("The words before and behind leave this one no room at the playhead.");
    PlacedWord& word = words[place];
    word.timing = Timing::Timed;
    word.start = at;
    word.end = std::min(most, at + kUsualLetter * (word.letters + 1));
    if (first > 0)
        words[first - 1].end = std::min(words[first - 1].end, at - kLeastRoom * before);
    if (place + 1 < words.size())
        words[place + 1].isMoved = true;
    const Tier& tier = *annotation.tier(segment->tier);
    spreadUntimed(words, tier.overlapping, end);
    ChangeBuilder builder(annotation);
    Segment timed = *segment;
    timed.timing = Timing::Timed;
    builder.put(timed);
    for (const PlacedWord& now : words) {
        const Segment& was = builder.segment(now.id);
        if (was.start.ticks != now.start || was.end.ticks != now.end)
            builder.retime(now.id, was.start.ticks == now.start ? was.start : TimePoint::ofTicks(now.start),
                           was.end.ticks == now.end ? was.end : TimePoint::ofTicks(now.end));
    }
    return builder.change();
}

}
