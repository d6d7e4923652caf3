#include "app/prediction/tried_input.h"

#include "app/prediction/live_prediction.h"
#include "engine/explain/variant_input.h"

#include <algorithm>
#include <cmath>

namespace app {

namespace {

constexpr double kTouchesWithin = 1e-6; ///< seconds
constexpr double kShortestTried = 0.02; ///< seconds of a word

bool isOfWord(Tried::Kind kind)
{
    return kind == Tried::Kind::WithoutWord || kind == Tried::Kind::OtherWord
        || kind == Tried::Kind::MovedEdge;
}

/// How words receive rows when a function or a fill is another one.
void changeRule(std::array<engine::WordRule, 3>& rules, const Tried& tried)
{
    engine::WordRule& rule = rules[static_cast<std::size_t>(tried.modality)];
    if (tried.kind == Tried::Kind::OtherFill)
        rule.fill = engine::parseFill(tried.text);
    else
        rule.collapse = engine::CollapseFunction::parse(tried.text);
}

/// The words [first, last) of a segment.
struct SegmentWords {
    std::size_t first;
    std::size_t last;
    std::size_t count() const { return last - first; }
};

/// The input of one segment with the vector of another word in place of one of its words.
engine::SegmentInput withOtherWord(const InputMaker& maker, SegmentWords words, std::size_t word,
                                   std::size_t other)
{
    engine::SegmentInput input = maker.make(words.first, words.last);
    const engine::FeatureMatrix vector = maker.make(other, other + 1).text;
    std::ranges::copy(vector.values,
                      input.text.values.begin() + static_cast<std::ptrdiff_t>(word * input.text.columns));
    return input;
}

/// Everything of a video later by so many seconds, so that it belongs to the word before.
WordTimes shiftedBy(WordTimes times, double seconds)
{
    for (engine::Interval& word : times.intervals)
        word = {word.start - seconds, word.end - seconds};
    return times;
}

/// Makes one modality anew: `make(const SegmentInput& asItIs)`.
template <typename Make>
engine::SegmentInput withModality(const InputMaker& maker, SegmentWords words, engine::Modality modality,
                                  Make make)
{
    engine::SegmentInput input = maker.make(words.first, words.last);
    input.of(modality) = make(input);
    return input;
}

/// What makes the input of the segment in sight when something is otherwise.
class Variant {
public:
    Variant(const Tried& tried, const SegmentInSight& segment, const Document& document,
            const LivePrediction& prediction)
        : m_tried(tried)
        , m_segment(segment)
        , m_document(document)
        , m_prediction(prediction)
        , m_maker(prediction.input().maker())
        , m_words{segment.words().first, segment.words().second}
    {
    }

    std::function<engine::SegmentInput()> input() const
    {
        using Kind = Tried::Kind;
        if (m_prediction.input().isUnaligned())
            return unaligned();
        const std::vector<std::string>& texts = m_document.words().texts;
        if (isOfWord(m_tried.kind)
            && (m_tried.word >= m_words.count() || texts[m_words.first + m_tried.word] != m_tried.text))
            return {};
        switch (m_tried.kind) {
        case Kind::WithoutWord:
            return withoutWord();
        case Kind::OtherWord:
            return otherWord();
        case Kind::OtherSegment:
            return otherSegment();
        case Kind::Shifted:
            return shifted();
        case Kind::WithoutModality:
            return [maker = m_maker, words = m_words] { return maker.make(words.first, words.last); };
        case Kind::Frozen:
            return [maker = m_maker, words = m_words, modality = m_tried.modality] {
                return withModality(maker, words, modality, [&](engine::SegmentInput& input) {
                    return engine::frozen(std::move(input.of(modality)));
                });
            };
        case Kind::MovedEdge:
            return movedEdge();
        case Kind::OtherFunction:
        case Kind::OtherFill:
            break;
        }
        InputMaker maker = m_maker;
        changeRule(maker.alignment.rules, m_tried);
        return [maker = std::move(maker), words = m_words] { return maker.make(words.first, words.last); };
    }

private:
    /// Of packed segments only what needs no words and no times.
    std::function<engine::SegmentInput()> unaligned() const
    {
        using Kind = Tried::Kind;
        if (!m_segment.place())
            return {};
        auto own = m_prediction.input().inputOf(m_segment.span(), m_maker);
        if (m_tried.kind == Kind::WithoutModality)
            return own;
        if (m_tried.kind == Kind::Frozen)
            return [own = std::move(own), modality = m_tried.modality] {
                engine::SegmentInput input = own();
                input.of(modality) = engine::frozen(std::move(input.of(modality)));
                return input;
            };
        if (m_tried.kind != Kind::OtherSegment || m_tried.other >= m_prediction.segments().size())
            return {};
        return [own = std::move(own),
                other = m_prediction.input().inputOf(m_prediction.segments()[m_tried.other], m_maker),
                modality = m_tried.modality] {
            engine::SegmentInput input = own();
            input.of(modality) = engine::resampled(other().of(modality), input.of(modality).rows);
            return input;
        };
    }
    std::function<engine::SegmentInput()> withoutWord() const
    {
        if (m_words.count() < 2)
            return {};
        return [maker = m_maker, words = m_words, word = m_tried.word] {
            return engine::withoutStep(maker.make(words.first, words.last), word);
        };
    }
    std::function<engine::SegmentInput()> otherWord() const
    {
        if (m_tried.other >= m_document.words().texts.size()
            || m_maker.alignment.features->text.dimensions() == 0)
            return {};
        return [maker = m_maker, words = m_words, word = m_tried.word, other = m_tried.other] {
            return withOtherWord(maker, words, word, other);
        };
    }
    std::function<engine::SegmentInput()> otherSegment() const
    {
        if (m_tried.other >= m_prediction.segments().size())
            return {};
        const auto [from, to]
            = engine::wordsOf(m_prediction.segments()[m_tried.other], m_document.words().intervals);
        if (from >= to)
            return {};
        return [maker = m_maker, words = m_words, modality = m_tried.modality, from = from, to = to] {
            return withModality(maker, words, modality, [&](const engine::SegmentInput&) {
                return engine::resampled(maker.make(from, to).of(modality), words.count());
            });
        };
    }
    std::function<engine::SegmentInput()> shifted() const
    {
        return [maker = m_maker, words = m_words, modality = m_tried.modality,
                times = shiftedBy(m_maker.alignment.words, m_tried.seconds)] {
            return withModality(maker, words, modality, [&](const engine::SegmentInput&) {
                return maker.make(words.first, words.last, times).of(modality);
            });
        };
    }
    std::function<engine::SegmentInput()> movedEdge() const
    {
        auto times = timesWithMovedEdge(m_tried, m_words.first, m_document);
        if (!times)
            return {};
        return [maker = m_maker, words = m_words, times = *std::move(times)] {
            return maker.make(words.first, words.last, times);
        };
    }

    const Tried& m_tried;
    const SegmentInSight& m_segment;
    const Document& m_document;
    const LivePrediction& m_prediction;
    InputMaker m_maker;
    SegmentWords m_words;
};

}

std::optional<WordTimes> timesWithMovedEdge(const Tried& tried, std::size_t firstWord,
                                            const Document& document)
{
    WordTimes times = document.wordTimes();
    std::vector<engine::Interval>& words = times.intervals;
    const std::size_t word = firstWord + tried.word;
    if (word >= words.size() || document.words().texts[word] != tried.text)
        return std::nullopt;
    if (tried.atEnd) {
        const double end = words[word].end + tried.seconds;
        if (word + 1 < words.size()) {
            engine::Interval& next = words[word + 1];
            const bool follows = std::abs(next.start - words[word].end) < kTouchesWithin;
            if (end > (follows ? next.end - kShortestTried : next.start + kTouchesWithin))
                return std::nullopt;
            if (follows)
                next.start = end;
        }
        words[word].end = end;
    } else {
        const double start = words[word].start + tried.seconds;
        if (word > 0) {
            engine::Interval& before = words[word - 1];
            const bool follows = std::abs(before.end - words[word].start) < kTouchesWithin;
            if (start < (follows ? before.start + kShortestTried : before.end - kTouchesWithin))
                return std::nullopt;
            if (follows)
                before.end = start;
        }
        words[word].start = start;
    }
    const bool hasRoom = words[word].start >= 0.0 && words[word].length() >= kShortestTried;
    return hasRoom ? std::optional(std::move(times)) : std::nullopt;
}

std::optional<TriedInput> inputOf(const Tried& tried, const SegmentInSight& segment, const Document& document,
                                  const LivePrediction& prediction)
{
    TriedInput result{Variant(tried, segment, document, prediction).input(), prediction.enabled(),
                      prediction.input().isUnaligned()};
    if (!result.input)
        return std::nullopt;
    if (tried.kind == Tried::Kind::WithoutModality)
        result.enabled[static_cast<std::size_t>(tried.modality)] = false;
    return result;
}

}
