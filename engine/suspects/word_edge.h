#pragma once

#include <string>

namespace engine {

/// A word's beginning or end that seems to be elsewhere.
struct WordEdge {
    std::string word; ///< what is said; empty where the words have no text
    bool isEnd = false; ///< the word's end, otherwise its beginning
    double written = 0.0; ///< where it is now, in seconds
    double suggested = 0.0; ///< where sound and face change as they do at such boundaries

    friend bool operator==(const WordEdge&, const WordEdge&) = default;
};

}
