#include "app/prediction/tried_input.h"

#include "app/prediction/live_prediction.h"
#include "engine/core/error.h"
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
std::array<engine::WordRule, 3> rulesOf(const Tried& tried, const Document& document)
{
    auto rules = document.wordRules();
    engine::WordRule& rule = rules[static_cast<std::size_t>(tried.modality)];
    if (tried.kind == Tried::Kind::OtherFill)
        rule.fill = engine::parseFill(tried.text);
    else
        rule.collapse = engine::CollapseFunction::parse(tried.text);
    return rules;
}

/// The words [first, last) of the segment, and what the model hears of them.
class Variant {
public:
    Variant(const Tried& tried, const SegmentInSight& segment, const Document& document,
            const LivePrediction& prediction)
        : m_tried(tried)
        , m_document(document)
        , m_prediction(prediction)
        , m_words(segment.words())
    {
    }

    std::optional<engine::SegmentInput> input() const
    {
        using Kind = Tried::Kind;
        const std::vector<std::string>& texts = m_document.words().texts;
        if (isOfWord(m_tried.kind)
            && (m_tried.word >= count() || texts[m_words.first + m_tried.word] != m_tried.text))
            return std::nullopt;
        switch (m_tried.kind) {
        case Kind::WithoutWord:
            return count() > 1 ? std::optional(engine::withoutStep(asItIs(), m_tried.word)) : std::nullopt;
        case Kind::OtherWord:
            return withOtherWord();
        case Kind::OtherSegment:
            return withOtherSegment();
        case Kind::Shifted:
            return shifted();
        case Kind::WithoutModality:
            return asItIs();
        case Kind::Frozen: {
            engine::SegmentInput input = asItIs();
            input.of(m_tried.modality) = engine::frozen(std::move(input.of(m_tried.modality)));
            return input;
        }
        case Kind::MovedEdge: {
            const auto times = timesWithMovedEdge(m_tried, m_words.first, m_document);
            return times ? std::optional(inputAt(*times)) : std::nullopt;
        }
        case Kind::OtherFunction:
        case Kind::OtherFill:
            break;
        }
        return m_prediction.inputOf(m_words.first, m_words.second, m_document.wordTimes(),
                                    rulesOf(m_tried, m_document));
    }

private:
    std::size_t count() const { return m_words.second - m_words.first; }
    engine::SegmentInput inputAt(const WordTimes& times) const
    {
        return m_prediction.inputOf(m_words.first, m_words.second, times, m_document.wordRules());
    }
    engine::SegmentInput asItIs() const { return inputAt(m_document.wordTimes()); }

    std::optional<engine::SegmentInput> withOtherWord() const
    {
        engine::SegmentInput input = asItIs();
        if (m_tried.other >= m_document.words().texts.size() || input.text.columns == 0)
            return std::nullopt;
        const engine::FeatureMatrix other
            = m_prediction
                  .inputOf(m_tried.other, m_tried.other + 1, m_document.wordTimes(), m_document.wordRules())
                  .text;
        std::ranges::copy(other.values,
                          input.text.values.begin()
                              + static_cast<std::ptrdiff_t>(m_tried.word * input.text.columns));
        return input;
    }

    std::optional<engine::SegmentInput> withOtherSegment() const
    {
        if (m_tried.other >= m_prediction.segments().size())
            return std::nullopt;
        const auto [from, to]
            = engine::wordsOf(m_prediction.segments()[m_tried.other], m_document.words().intervals);
        if (from >= to)
            return std::nullopt;
        engine::SegmentInput input = asItIs();
        input.of(m_tried.modality)
            = engine::resampled(m_prediction.inputOf(from, to, m_document.wordTimes(), m_document.wordRules())
                                    .of(m_tried.modality),
                                count());
        return input;
    }

    engine::SegmentInput shifted() const
    {
        engine::SegmentInput input = asItIs();
        WordTimes shifted = m_document.wordTimes(); // what comes later belongs to the word before
        for (engine::Interval& word : shifted.intervals)
            word = {word.start - m_tried.seconds, word.end - m_tried.seconds};
        input.of(m_tried.modality) = inputAt(shifted).of(m_tried.modality);
        return input;
    }

    const Tried& m_tried;
    const Document& m_document;
    const LivePrediction& m_prediction;
    std::pair<std::size_t, std::size_t> m_words; ///< [first, last)
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
    std::optional<engine::SegmentInput> input;
    try {
        input = Variant(tried, segment, document, prediction).input();
    } catch (const engine::ShapeError&) { // a function that changes the width, in a file from elsewhere
    }
    if (!input)
        return std::nullopt;
    TriedInput result{*std::move(input), prediction.enabled()};
    if (tried.kind == Tried::Kind::WithoutModality)
        result.enabled[static_cast<std::size_t>(tried.modality)] = false;
    return result;
}

}
