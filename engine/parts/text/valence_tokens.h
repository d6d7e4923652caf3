#pragma once

#include "engine/parts/text/word_ratings.h"

#include <span>
#include <string>
#include <vector>

namespace engine {

/// A word of a text as the ratings know it, or a sign such as `:)` that has a rating.
struct ValenceToken {
    std::string text; ///< in lower case, without signs around it
    std::string bare; ///< without apostrophes: as aligned words are often spelt
    std::size_t chunk = 0; ///< the number of the chunk that it is part of
    bool isCapitals = false; ///< more than one letter, and all of them capitals
    bool isSign = false;
    bool endsClause = false; ///< a comma, a full stop or the like follows
};

/// The parts of a text between blanks, with character references and curly apostrophes as plain ASCII.
std::vector<std::string> chunksOf(std::string_view text);

/// The tokens of chunks, in their order. A chunk may have none (`…`) or several (`well-made`).
std::vector<ValenceToken> tokensOf(std::span<const std::string> chunks, const WordRatings& ratings);

}
