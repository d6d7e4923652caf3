#pragma once

#include "engine/features/speech/line_aligner.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace engine {

/// What of a line is said in a sound, and what is said there besides.
struct HeardPassages {
    std::vector<HeardWord> words; ///< words that are said, in order
    std::vector<Interval> unwritten; ///< seconds from the beginning of the sound: speech without words
};

/// Looks where the words of a line do not go together with the sound: a passage may be said that is not
/// written, or written and not said. What lies between such passages is sought once more by itself, so that
/// no word is drawn over them.
class PassageSearch {
public:
    /// @param line    words, which are kept by the caller, as the sound is
    /// @param heard   what hearWords() found of the line in this sound, all of its words
    /// @param written what of the sound, in seconds from its beginning, the words claim; before and behind
    ///                it, others may speak
    PassageSearch(SpeechDecoder& decoder, std::span<const std::string> line, std::span<const HeardWord> heard,
                  std::span<const float> sound, Interval written);

    /// What is to be sought to know about the places where words and sound may not go together, so that it
    /// can be sought beside other lines; empty: everything fits.
    const std::vector<FramedLine>& lines() const { return m_lines; }
    /// @param heard  as it was given, with phones
    /// @param found  of lines()
    /// @return `heard` as it was where nothing speaks for such passages
    HeardPassages resolve(std::vector<HeardWord> heard,
                          std::span<const std::optional<std::vector<DecodedWord>>> found) const;

private:
    /// Words [first, end) around places where something is wrong.
    struct Region {
        std::size_t first = 0;
        std::size_t end = 0;
        Interval sound; ///< in which they are said
    };

    SpeechDecoder& m_decoder;
    std::span<const std::string> m_line;
    std::span<const float> m_sound;
    std::vector<Region> m_regions;
    std::vector<FramedLine> m_lines; ///< one for each region
};

}
