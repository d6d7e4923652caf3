#pragma once

#include "engine/core/interval.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace engine {

/// Where the words of a transcript are said in the sound of all.
struct PlacedWords {
    std::vector<std::optional<Interval>> words; ///< seconds, in order; absent: the word was not found
    double duration = 0.0; ///< of the sound, in seconds
    std::string problem; ///< a sentence: why words were not found; empty: nothing is the matter

    friend bool operator==(const PlacedWords&, const PlacedWords&) = default;
};

/// Finds words that are said one after the other. @return as many words as are asked for
using WordPlacer = std::function<PlacedWords(const std::vector<std::string>& words)>;

}
