#pragma once

#include "engine/features/speech/line_aligner.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace engine {

/// What of a line is said in a sound, and what is said there besides.
struct HeardPassages {
    std::vector<HeardWord> words; ///< those that are said, in their order
    std::vector<Interval> unwritten; ///< seconds from the beginning of the sound: speech without words
};

/// Looks where the words of a line do not go together with the sound: a passage may be said that is not
/// written, or written and not said. What lies between such passages is sought once more by itself, so that
/// no word is drawn over them.
/// @param heard   what hear() found of the line in this sound, all of its words
/// @param written what of the sound, in seconds from its beginning, the words claim; before and behind it,
///                others may speak
/// @return `heard` as it was where nothing speaks for such passages
HeardPassages withoutPassages(SpeechDecoder& decoder, std::span<const std::string> line,
                              std::vector<HeardWord> heard, std::span<const float> sound, Interval written);

}
