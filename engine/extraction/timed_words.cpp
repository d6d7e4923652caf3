#include "engine/extraction/timed_words.h"

#include "engine/core/error.h"
#include "engine/extraction/transcript_file.h"

#include <cmath>
#include <fmt/format.h>

namespace engine {

namespace {

constexpr double kPhrasePause = 0.5; // seconds in which nobody speaks
constexpr std::size_t kMostWords = 30; // in a phrase
constexpr double kSameEdge = 0.05; // seconds; what a person did not move

/// How many aligned words from the first on are this text together; 0: they are another.
std::size_t wordsSaying(std::span<const AlignedWord> found, const std::string& text)
{
    std::string said;
    for (std::size_t i = 0; i < found.size(); ++i) {
        said += (said.empty() ? "" : " ") + found[i].text;
        if (said == text)
            return i + 1;
        if (!text.starts_with(said))
            break;
    }
    return 0;
}

/// The words as one, over a time that it is known to have.
AlignedWord movedTo(std::span<const AlignedWord> words, const Interval& time)
{
    const Interval from{words.front().time.start, words.back().time.end};
    AlignedWord moved = words.front();
    moved.time = time;
    moved.endError = words.back().endError;
    moved.phones.clear();
    const bool isThere
        = std::abs(from.start - time.start) < kSameEdge && std::abs(from.end - time.end) < kSameEdge;
    const auto placed = [&](double moment) {
        return moment == from.end
            ? time.end
            : time.start + (moment - from.start) / (from.end - from.start) * (time.end - time.start);
    };
    for (const AlignedWord& word : words) {
        moved.confidence = std::min(moved.confidence, word.confidence);
        moved.isDoubtful = isThere && (moved.isDoubtful || word.isDoubtful);
        for (const AlignedPhone& phone : word.phones) {
            if (from.end > from.start)
                moved.phones.push_back({phone.phone, {placed(phone.time.start), placed(phone.time.end)}});
        }
    }
    return moved;
}

}

std::vector<TranscriptPart> readTimedWords(const std::filesystem::path& file)
{
    std::vector<TranscriptPart> words = readTranscript(file);
    for (const TranscriptPart& word : words) {
        if (!word.roughly)
            throw FormatError(
                "data_invalid", file.string(),
                fmt::format("\"{}\" has no times, which are expected of every word", word.text));
    }
    return words;
}

std::vector<TranscriptPart> phrasesOf(std::span<const TranscriptPart> words)
{
    std::vector<TranscriptPart> phrases;
    std::size_t length = 0;
    for (const TranscriptPart& word : words) {
        const bool goesOn = !phrases.empty() && length < kMostWords
            && word.roughly->start - phrases.back().roughly->end < kPhrasePause;
        if (!goesOn) {
            phrases.push_back(word);
            length = 1;
            continue;
        }
        phrases.back().text += " " + word.text;
        phrases.back().roughly->end = std::max(phrases.back().roughly->end, word.roughly->end);
        ++length;
    }
    return phrases;
}

WordAlignment withTimes(const WordAlignment& found, std::span<const TranscriptPart> words)
{
    WordAlignment timed;
    timed.fits = found.fits;
    timed.reason = found.reason;
    timed.unwritten = found.unwritten;
    std::span<const AlignedWord> left(found.words);
    for (const TranscriptPart& word : words) {
        const std::size_t count = wordsSaying(left, word.text);
        AlignedWord& moved = timed.words.emplace_back();
        if (count > 0) {
            moved = movedTo(left.first(count), *word.roughly);
            left = left.subspan(count);
        }
        moved.text = word.text;
        moved.time = *word.roughly;
    }
    return timed;
}

}
