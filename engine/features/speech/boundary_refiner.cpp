#include "engine/features/speech/boundary_refiner.h"

#include <algorithm>
#include <cmath>

namespace engine {

namespace {

constexpr double kShortestPause = 0.035; ///< seconds
constexpr double kPulledFar = 0.06; ///< seconds: a word that the recogniser began too early in a silence
constexpr double kShortestWord = 0.015;

/// Both passes of the recogniser.
Interval meanTime(const HeardWord& word)
{
    return {(word.byWords.start + word.byPhones.start) / 2, (word.byWords.end + word.byPhones.end) / 2};
}

/// Class of the phone at this place, counted from the end when negative; 0 where there is none.
int classAt(const HeardWord& word, int place)
{
    const int count = static_cast<int>(word.phones.size());
    const int at = place < 0 ? count + place : place;
    return at < 0 || at >= count ? 0 : boundaryClass(word.phones[static_cast<std::size_t>(at)].phone);
}

/// Where the word's second phone ends, or its only one.
double sureAfterStart(const HeardWord& word)
{
    return word.phones.empty() ? word.byWords.end
                               : word.phones[std::min<std::size_t>(1, word.phones.size() - 1)].time.end;
}

double sureBeforeEnd(const HeardWord& word)
{
    return word.phones.empty() ? word.byWords.start : word.phones.back().time.start;
}

/// The question about a boundary that lies about at `time`.
BoundaryQuestion questionAt(double time, const HeardWord* before, const HeardWord* behind,
                            const BoundarySound& sound)
{
    double byWords = 0.0;
    double byPhones = 0.0;
    double byRule = 0.0;
    double centre = time;
    if (before && behind) {
        byWords = (before->byWords.end + behind->byWords.start) / 2;
        byPhones = (before->byPhones.end + behind->byPhones.start) / 2;
        byRule = sound.fastestChange(time);
    } else if (before) {
        byWords = before->byWords.end;
        byPhones = before->byPhones.end;
        byRule = sound.offset(time, sureBeforeEnd(*before));
    } else {
        byWords = behind->byWords.start;
        byPhones = behind->byPhones.start;
        byRule = sound.onset(time, sureAfterStart(*behind));
        if (std::abs(byRule - time) > kPulledFar)
            centre = byRule;
    }
    BoundaryQuestion question;
    question.centre = static_cast<int>(std::lround(centre * BoundarySound::kFramesPerSecond));
    const double zero = question.centre / BoundarySound::kFramesPerSecond;
    question.sources
        = {static_cast<float>((byWords - zero) * 1000), static_cast<float>((byPhones - zero) * 1000),
           static_cast<float>((byRule - zero) * 1000)};
    const int silence = boundaryClass("SIL");
    question.classes = {before ? classAt(*before, -2) : 0, before ? classAt(*before, -1) : silence,
                        behind ? classAt(*behind, 0) : silence, behind ? classAt(*behind, 1) : 0};
    question.noiseFloor = sound.noiseFloor();
    return question;
}

}

std::vector<WordBoundary> wordBoundaries(std::span<const HeardWord> words, const BoundarySound& sound)
{
    std::vector<WordBoundary> boundaries;
    for (std::size_t i = 0; i <= words.size(); ++i) {
        const HeardWord* const before = i > 0 ? &words[i - 1] : nullptr;
        const HeardWord* const behind = i < words.size() ? &words[i] : nullptr;
        const double end = before ? meanTime(*before).end : 0.0;
        const double start = behind ? meanTime(*behind).start : 0.0;
        if (before && behind && start - end < kShortestPause) {
            boundaries.push_back({i - 1, i, questionAt((end + start) / 2, before, behind, sound)});
            continue;
        }
        if (before)
            boundaries.push_back({i - 1, std::nullopt, questionAt(end, before, nullptr, sound)});
        if (behind)
            boundaries.push_back({std::nullopt, i, questionAt(start, nullptr, behind, sound)});
    }
    return boundaries;
}

std::vector<RefinedWord> refine(std::span<const HeardWord> words, const BoundarySound& sound,
                                const BoundaryNet& net)
{
    std::vector<RefinedWord> refined(words.size());
    double earliest = 0.0;
    for (const WordBoundary& boundary : wordBoundaries(words, sound)) {
        const BoundaryNet::Answer answer = net.answer(sound, boundary.question);
        const double time = std::min(std::max(answer.time, earliest), sound.duration());
        earliest = time + kShortestWord;
        if (boundary.before) {
            refined[*boundary.before].time.end = time;
            refined[*boundary.before].endError = answer.error;
        }
        if (boundary.behind) {
            refined[*boundary.behind].time.start = time;
            refined[*boundary.behind].startError = answer.error;
        }
    }
    return refined;
}

}
