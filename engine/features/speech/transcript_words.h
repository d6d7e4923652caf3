#pragma once

#include "engine/features/speech/spelled_numbers.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

/// A word as it is written and as it is said: `$450,` is `four hundred fifty dollars`.
struct TranscriptWord {
    std::string text; ///< as it stands in the transcript
    SpokenWords spoken; ///< lower case, never empty

    friend bool operator==(const TranscriptWord&, const TranscriptWord&) = default;
};

/// How a transcript is read.
struct TranscriptReading {
    /// Whether the dictionary has a word; decides where hyphens part words and which capitals are spelt.
    std::function<bool(const std::string&)> isKnown;
    /// Numbers, signs and abbreviations are spelt out in English; else they are left to the voice of
    /// espeak-ng.
    bool inEnglish = true;
};

/// The words of a transcript in UTF-8. Words are parted by white space and dashes. What stands in square,
/// curly or pointed brackets (`[laughter]`, `<unk>`) is not said; round ones (`(uh)`) are. Signs alone are no
/// words.
std::vector<TranscriptWord> transcriptWords(std::string_view text, const TranscriptReading& reading);

}
