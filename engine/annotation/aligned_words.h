#pragma once

#include "engine/annotation/annotation.h"
#include "engine/core/spoken_time.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <vector>

/// Words whose times a program found: doubtful ones are flagged, guessed ones are drafts (`Timing::Drafted`),
/// until somebody edits or accepts them.
namespace engine {

/// Words of a tier that follow each other, and the sound in which they are said.
struct WordStretch {
    Interval sound; ///< seconds
    std::vector<SegmentId> words; ///< in the order of time
    std::vector<std::string> texts;
    std::vector<SegmentId> chosen{}; ///< words that get times, the others are there to be heard; none: all

    bool getsTimes(std::size_t word) const
    {
        return chosen.empty() || std::ranges::count(chosen, words[word]) > 0;
    }
    friend bool operator==(const WordStretch&, const WordStretch&) = default;
};

/// What is wished is at most so long, in seconds; a shorter stretch grows to the nearest pauses up to this.
inline constexpr double kLongestStretch = 20.0;

/// The words that lie within a span, and those around them up to the nearest pauses.
/// @param wished  seconds
/// @param end     of the recording in seconds; 0: unknown
/// @return without words where none lies there
WordStretch stretchOf(const Annotation& annotation, TierId tier, Interval wished, double end);

/// All stretches of words without times, each with the sound between the timed words around it.
std::vector<WordStretch> untimedStretches(const Annotation& annotation, TierId tier, double end);

/// The times of a stretch's words, as a program found them, one per word; absent: it was not found.
using StretchWordTimes = std::vector<std::optional<SpokenTime>>;

/// The change that gives words the times that a program found for them. A word without times that was not
/// found stays without. Where some words are chosen the others stay as they are, and a chosen one stays
/// between its neighbours: where they leave it no room it is not moved.
/// @param stretches  of one tier, none of which has words of another
/// @param times      for each stretch one per word; absent: nothing is said
/// @throws Refused when a word is not there any more, or is another one.
Change placeWords(const Annotation& annotation, std::span<const WordStretch> stretches,
                  std::span<const StretchWordTimes> times);

/// The change after which words are neither doubtful nor drafts.
Change acceptWords(const Annotation& annotation, std::span<const SegmentId> words);

/// The change, by which words that a person moves or writes otherwise stop to be doubtful and drafts.
/// @param tier  the name of tiers of words
Change withWordsLookedAt(const Annotation& annotation, Change change, const std::string& tier);

}
