#pragma once

#include "engine/agreement/statistic.h"
#include "engine/agreement/term_sets.h"

namespace engine {

/// How far two sets of words are apart, 0…1; two empty sets are not apart.
enum class SetDistance {
    Masi, ///< masiDistance()
    Jaccard, ///< 1 − |A ∩ B| / |A ∪ B|
    Nominal ///< equal or not
};

double setDistance(SetDistance distance, const TermSet& a, const TermSet& b);

/// α of sets with its counts.
struct SetAlpha {
    Statistic statistic; ///< `set_alpha`; units: those with two answers
    std::size_t answers = 0; ///< in these units
};

/// Krippendorff's α with the distances of sets as they are, not squared. Units with fewer than two answers
/// are dropped and counted. An empty set is an answer (`no emotion`). Undefined without a unit of two
/// answers, and when all answers are the same set. Time grows with the square of the different sets.
///
/// @param units  per unit the answers
SetAlpha setAlpha(const std::vector<std::vector<TermSet>>& units, SetDistance distance);

}
