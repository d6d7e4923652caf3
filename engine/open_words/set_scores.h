#pragma once

#include "engine/agreement/statistic.h"
#include "engine/agreement/term_sets.h"

namespace engine {

/// A unit's true words and those that were said.
struct SaidWords {
    TermSet truth;
    TermSet said;
};

/// Mean precision and recall of sets, and F of the two means.
struct SetScores {
    double precision = 0.0;
    double recall = 0.0;
    double f = 0.0;
    std::size_t units = 0; ///< that have a true word; 0: undefined
    Sentence undefined; ///< why there are no scores; empty: there are
};

/// As the challenges MER2024 to MER2026 score open words: precision and recall are means over the units that
/// have a true word; what said nothing has 0 of both. Undefined when no unit has a true word.
SetScores setScores(const std::vector<SaidWords>& units);

}
