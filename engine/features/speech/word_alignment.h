#pragma once

#include "engine/core/interval.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace engine {

inline constexpr double kSpeechRate = 16000.0; ///< samples per second of every sound that is aligned

/// A speech sound, by the name that the speech model gives it (`AH`).
struct AlignedPhone {
    std::string phone;
    Interval time; ///< seconds

    friend bool operator==(const AlignedPhone&, const AlignedPhone&) = default;
};

/// A word and when it is said.
struct AlignedWord {
    std::string text; ///< as it stands in the transcript: `$450,`
    std::string spoken; ///< what was aligned: `four hundred fifty dollars`
    Interval time; ///< seconds
    double startError
        = 0.0; ///< expected error of the start in seconds: the mean deviation that the net expects
    double endError = 0.0;
    double confidence = 0.0; ///< 0…1: how surely this word is said there
    bool isDoubtful = false; ///< someone should listen to it
    std::vector<AlignedPhone> phones; ///< from the word's start to its end, without gaps
    std::size_t part = 0; ///< which part of the transcript it comes from

    friend bool operator==(const AlignedWord&, const AlignedWord&) = default;
};

/// Words of a transcript that nobody says.
struct UnspokenWords {
    std::size_t first = 0; ///< among the words of the alignment
    std::size_t end = 0;

    friend bool operator==(const UnspokenWords&, const UnspokenWords&) = default;
};

/// A transcript on its recording.
struct WordAlignment {
    std::vector<AlignedWord> words; ///< in time order, not overlapping
    bool fits = true; ///< false: the words are probably not those of this sound, or not all were found
    std::string reason; ///< a sentence where it does not fit
    std::vector<Interval> unwritten; ///< seconds: speech that the transcript has no words for
    std::vector<UnspokenWords> unspoken;
    bool isDraft = false; ///< the words were guessed from the sound

    friend bool operator==(const WordAlignment&, const WordAlignment&) = default;
};

/// A piece of a transcript; pieces come in the order in which they are said.
struct TranscriptPart {
    std::string text; ///< UTF-8
    std::optional<Interval> roughly; ///< seconds; where it is said, some tenths of a second more or less
};

/// How much wider words become where a pause leaves room, never by more than half of it. Corpora that were
/// aligned by hidden Markov models have such loose edges; it is a habit, not accuracy.
struct EdgePadding {
    double start = 0.06; ///< seconds
    double end = 0.04;

    friend bool operator==(const EdgePadding&, const EdgePadding&) = default;
};

struct AlignOptions {
    bool refine = true; ///< boundaries by the net; false: as the recogniser has them, on a grid of 10 ms
    bool denoise = false; ///< the recogniser subtracts steady noise; for noisy recordings only
    std::optional<EdgePadding> pad = {};
    double margin = 0.5; ///< seconds around rough times in which their words are sought

    friend bool operator==(const AlignOptions&, const AlignOptions&) = default;
};

}
