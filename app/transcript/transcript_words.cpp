#include "app/transcript/transcript_words.h"

#include "app/document/word_doubts.h"
#include "engine/alignment/sentences.h"

#include <algorithm>
#include <cmath>

namespace app {

namespace {

constexpr double kParagraphPause = 1.0; // seconds
constexpr double kSameMoment = 1e-3; // seconds

}

std::vector<widgets::TranscriptWord> transcriptWords(const Document& document)
{
    std::vector<widgets::TranscriptWord> words;
    if (!document.hasVideo())
        return words;
    const engine::TimedText& text = document.words();
    const std::vector<bool>& timed = document.timedWords();
    const WordsView& sure = document.spokenWords();
    words.reserve(text.texts.size());
    for (std::size_t i = 0; i < text.texts.size(); ++i)
        words.push_back({QString::fromStdString(text.texts[i]), text.intervals[i].start,
                         text.intervals[i].end, timed[i], false, sure.draft[i], sure.doubtful[i],
                         std::isnan(sure.confidence[i]) ? std::nullopt : std::optional(sure.confidence[i]),
                         doubtOf(document, i)});
    const auto beginAt = [&](double seconds) {
        const auto first = std::ranges::partition_point(
            words, [&](const widgets::TranscriptWord& word) { return word.start < seconds - kSameMoment; });
        if (first != words.end())
            first->beginsParagraph = true;
    };
    for (const engine::Interval& sentence : engine::sentencesOf(text.intervals, text.texts, kParagraphPause))
        beginAt(sentence.start);
    for (const engine::Interval& segment : document.labels().rows.intervals)
        beginAt(segment.start);
    return words;
}

}
