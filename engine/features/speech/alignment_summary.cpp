#include "engine/features/speech/alignment_summary.h"

#include "engine/numbers/quantiles.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace engine {

namespace {

/// Median score, in the recogniser's unit, of a transcript that is not of this sound; right ones have −10 to
/// −25.
constexpr double kMisfitScore = -50.0;
/// Below it a word is doubtful: of words that were exchanged for others, 79 % are found so, and 1.6 % of the
/// right ones are taken for wrong (TIMIT sample, GRID, demo talks: the words that the
/// regression below was fitted to).
constexpr double kSureEnough = 0.75;
constexpr double kShortestPhone = 0.005; ///< seconds

double medianScore(const std::vector<FoundWord>& found)
{
    std::vector<double> scores;
    for (const FoundWord& word : found) {
        if (word.isFound)
            scores.push_back(word.score);
    }
    return scores.empty() ? 0.0 : upperMedian(std::move(scores));
}

/// The probability that the word is said here: a logistic regression on words that were exchanged for others,
/// by the score and by how long its phones last. Short words lean on the recording's median.
double confidenceOf(const FoundWord& word, double median)
{
    constexpr double kFrames = 100.0; // per second
    constexpr double kLean = 6.0; // frames
    const double frames = word.heardSeconds * kFrames;
    const double score = (word.score * frames + median * kLean) / (frames + kLean);
    const double framesPerPhone = frames / std::max(1.0, static_cast<double>(word.phones.size()));
    return 1.0 / (1.0 + std::exp(-0.199 * score + 0.212 * framesPerPhone - 9.41));
}

/// Moves the ends of phones to those of their word; the others stay where they are as far as there is room.
void fitPhones(std::vector<AlignedPhone>& phones, Interval word)
{
    const auto count = static_cast<double>(phones.size());
    const double shortest = std::min(kShortestPhone, word.length() / std::max(1.0, count));
    for (std::size_t i = 0; i < phones.size(); ++i) {
        const double before = static_cast<double>(i);
        phones[i].time.start = i == 0 ? word.start
                                      : std::clamp(phones[i].time.start, phones[i - 1].time.start + shortest,
                                                   std::max(phones[i - 1].time.start + shortest,
                                                            word.end - shortest * (count - before)));
        if (i > 0)
            phones[i - 1].time.end = phones[i].time.start;
    }
    if (!phones.empty())
        phones.back().time.end = word.end;
}

/// Widens words into the pauses around them.
void pad(std::vector<AlignedWord>& words, double duration, const EdgePadding& padding)
{
    double previousEnd = 0.0; // before it was widened
    for (std::size_t i = 0; i < words.size(); ++i) {
        const double end = words[i].time.end;
        const double before = words[i].time.start - previousEnd;
        const double after = (i + 1 < words.size() ? words[i + 1].time.start : duration) - end;
        constexpr double kPause = 0.03; // seconds; closer words touch
        if (before > kPause)
            words[i].time.start -= std::min(padding.start, i == 0 ? before : before / 2);
        if (after > kPause)
            words[i].time.end += std::min(padding.end, i + 1 == words.size() ? after : after / 2);
        previousEnd = end;
    }
}

/// Words that overlap meet in the middle, and none lies outside the recording.
void putInOrder(std::vector<AlignedWord>& words, double duration)
{
    double last = 0.0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        Interval& time = words[i].time;
        if (i > 0 && words[i - 1].time.end > time.start) {
            const double middle
                = std::clamp((words[i - 1].time.end + time.start) / 2, words[i - 1].time.start,
                             std::max(words[i - 1].time.start, time.end));
            words[i - 1].time.end = middle;
            time.start = middle;
        }
        time.start = std::clamp(time.start, last, duration);
        time.end = std::clamp(time.end, time.start, duration);
        last = time.start;
    }
}

/// The last word is said by nobody.
void noteUnspoken(WordAlignment& alignment)
{
    const std::size_t end = alignment.words.size();
    if (!alignment.unspoken.empty() && alignment.unspoken.back().end + 1 == end)
        alignment.unspoken.back().end = end;
    else
        alignment.unspoken.push_back({end - 1, end});
}

constexpr std::size_t kMostPassages = 3; ///< that a sentence names

/// Where speech has no words, and words no speech.
std::string passagesOf(const WordAlignment& alignment)
{
    std::string text;
    const auto list = [&text](std::size_t count, const auto& each) {
        for (std::size_t i = 0; i < std::min(count, kMostPassages); ++i)
            text += (i > 0 ? ", " : "") + each(i);
        if (count > kMostPassages)
            text += fmt::format(" and {} more", count - kMostPassages);
    };
    if (!alignment.unwritten.empty()) {
        text += "Speech without words at ";
        list(alignment.unwritten.size(), [&](std::size_t i) {
            return fmt::format("{:.1f}–{:.1f} s", alignment.unwritten[i].start, alignment.unwritten[i].end);
        });
        text += ".";
    }
    if (!alignment.unspoken.empty()) {
        text += text.empty() ? "Words that are not said: " : " Words that are not said: ";
        list(alignment.unspoken.size(), [&](std::size_t i) {
            const UnspokenWords& words = alignment.unspoken[i];
            const AlignedWord& first = alignment.words[words.first];
            return words.end == words.first + 1
                ? fmt::format("“{}” at {:.1f} s", first.text, first.time.start)
                : fmt::format("“{} … {}” ({}) at {:.1f} s", first.text, alignment.words[words.end - 1].text,
                              words.end - words.first, first.time.start);
        });
        text += ".";
    }
    return text;
}

}

WordAlignment summary(const std::vector<PronouncedWord>& transcript, const std::vector<FoundWord>& found,
                      std::vector<Interval> unwritten, double duration, const AlignOptions& options)
{
    WordAlignment alignment;
    const double median = medianScore(found);
    alignment.unwritten = std::move(unwritten);
    std::size_t next = 0;
    std::size_t lost = 0; // dictionary words
    double firstLost = 0.0;
    for (const PronouncedWord& said : transcript) {
        AlignedWord& word = alignment.words.emplace_back();
        word.text = said.text;
        word.spoken = said.spoken;
        word.part = said.part;
        word.confidence = 1.0;
        bool isUnspoken = false;
        bool isBeside = false;
        if (said.words.empty()) { // nobody knows how it is said: between its neighbours
            const double at
                = alignment.words.size() > 1 ? alignment.words[alignment.words.size() - 2].time.end : 0.0;
            word.time = {at, next < found.size() ? std::max(at, found[next].time.start) : duration};
            word.confidence = 0.0;
        }
        for (std::size_t i = 0; i < said.words.size(); ++i, ++next) {
            const FoundWord& one = found[next];
            word.time = {i == 0 ? one.time.start : word.time.start, one.time.end};
            word.startError = i == 0 ? one.startError : word.startError;
            word.endError = one.endError;
            word.phones.insert(word.phones.end(), one.phones.begin(), one.phones.end());
            word.confidence = std::min(word.confidence, one.isFound ? confidenceOf(one, median) : 0.0);
            isUnspoken = isUnspoken || one.isUnspoken;
            isBeside = isBeside || one.isBesidePassage;
            if (!one.isFound && !one.isUnspoken && lost++ == 0)
                firstLost = one.time.start;
        }
        word.isDoubtful = word.confidence < kSureEnough || isBeside;
        if (isUnspoken)
            noteUnspoken(alignment);
    }
    if (options.pad)
        pad(alignment.words, duration, *options.pad);
    putInOrder(alignment.words, duration);
    for (AlignedWord& word : alignment.words)
        fitPhones(word.phones, word.time);
    alignment.fits = false;
    if (alignment.words.empty())
        alignment.reason = "The transcript has no words.";
    else if (lost > 0)
        alignment.reason = fmt::format("{} of {} words were not found in the sound, the first at {:.1f} s.",
                                       lost, found.size(), firstLost);
    else if (median < kMisfitScore
             || 2 * std::ranges::count_if(alignment.words, &AlignedWord::isDoubtful)
                 > std::ssize(alignment.words))
        alignment.reason = "The words do not sound like this recording: is it the right transcript?";
    else if (!alignment.unwritten.empty() || !alignment.unspoken.empty())
        alignment.reason = passagesOf(alignment);
    else
        alignment.fits = true;
    return alignment;
}

}
