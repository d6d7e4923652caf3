#pragma once

#include "engine/features/text/word_vectors.h"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace engine {

/// How much of a text the vectors know.
struct VectorCoverage {
    std::size_t words = 0; ///< as often as they are said
    std::size_t known = 0;
    std::map<std::string, std::size_t> unknown; ///< each with how often it was said

    void add(const VectorCoverage& other);
};

/// How a word is looked up, in this order: as it is spelt, in lower case, without the signs around it.
std::vector<std::string> spellingsOf(const std::string& word);

/// The vectors of words at their times: N intervals, N × D. A word is looked up in its spellings; one that is
/// unknown gets the vector for unknown words, else zeros.
/// @param times  N intervals in seconds. @param words  N texts
/// @param coverage  counts these words, too
FeatureRows lookedUpWords(const std::vector<Interval>& times, const std::vector<std::string>& words,
                          const WordVectors& vectors, VectorCoverage& coverage);

}
