#pragma once

#include "engine/core/run_context.h"
#include "engine/segment_agreement/unit_distance.h"

namespace engine {

/// The cheapest way to part all units into unitary alignments.
struct AlignmentDisorder {
    double sum = 0.0; ///< of the disorders of all unitary alignments
    bool isExact = true; ///< false: there were too many ways, the likeliest were compared
};

/// The least disorder of any alignment: every unit is in exactly one unitary alignment, of one unit or none
/// of each rater (Mathet, Widlöcher, Métivier 2015, doi 10.1162/COLI_a_00227).
///
/// Two raters: the Hungarian method. More: the units are walked by start; a state is the set of later units
/// that are used up, and of each set the cheapest is kept, at most 20 000 at a step. Prices of the units say
/// what an alignment costs at least, and a quick walk what it costs at most; states that lie beyond, or that
/// another one beats whatever comes, are dropped. Units that no candidate connects are walked apart, and more
/// than 2000 are walked in pieces (then the sum is not exact).
///
/// @param units   of positive length, in any order
/// @param raters  R ≥ 2, more than any unit's rater
/// @param run     asked whether to stop, also from other threads. @throws Cancelled.
AlignmentDisorder leastDisorder(std::vector<PlacedUnit> units, std::size_t raters,
                                const UnitDistance& distance, const RunContext& run = {});

}
