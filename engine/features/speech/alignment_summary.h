#pragma once

#include "engine/features/speech/pronounced_words.h"
#include "engine/features/speech/word_alignment.h"

#include <span>
#include <vector>

namespace engine {

/// A dictionary word in the recording.
struct FoundWord {
    bool isFound = false; ///< false: `time` is a guess
    Interval time; ///< seconds
    double startError = 0.0;
    double endError = 0.0;
    double score = 0.0; ///< HeardWord::score
    double heardSeconds = 0.0; ///< how long the recogniser heard it
    std::vector<AlignedPhone> phones;
    bool isUnspoken = false; ///< the word is written, and nobody says it
    bool isBesidePassage = false; ///< something is missing before or behind it
};

/// The words of a transcript with their times, how sure they are, and whether they fit at all.
/// @param found  one per dictionary word of `transcript`, in order
/// @param unwritten  speech without words, in seconds
WordAlignment summary(const std::vector<PronouncedWord>& transcript, const std::vector<FoundWord>& found,
                      std::vector<Interval> unwritten, double duration, const AlignOptions& options);

}
