#pragma once

#include "engine/features/speech/boundary_net.h"
#include "engine/features/speech/boundary_sound.h"
#include "engine/features/speech/line_aligner.h"

#include <optional>
#include <span>
#include <vector>

namespace engine {

/// An end of a word, or where two words touch.
struct WordBoundary {
    std::optional<std::size_t> before; ///< the word that ends here; none: silence
    std::optional<std::size_t> behind; ///< the word that begins here
    BoundaryQuestion question;
};

/// The boundaries of words in time order. Pauses below 35 ms are none.
std::vector<WordBoundary> wordBoundaries(std::span<const HeardWord> words, const BoundarySound& sound);

/// A word with boundaries by the net; seconds from the beginning of the sound.
struct RefinedWord {
    Interval time;
    double startError = 0.0;
    double endError = 0.0;
};

/// One per word. Boundaries stay in order, at least 15 ms apart.
std::vector<RefinedWord> refine(std::span<const HeardWord> words, const BoundarySound& sound,
                                const BoundaryNet& net);

}
