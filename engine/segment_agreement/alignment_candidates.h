#pragma once

#include "engine/segment_agreement/unit_distance.h"

namespace engine {

/// A unitary alignment: units of different raters, at most one of each.
struct UnitaryAlignment {
    std::vector<std::uint32_t> units; ///< ascending
    double cost = 0.0; ///< disorder: mean distance over all pairs of raters, the absent ones at 1
};

/// The unitary alignments of which a best alignment can consist: each unit alone, and what costs less than
/// any split in two.
struct AlignmentCandidates {
    std::vector<std::vector<UnitaryAlignment>> byFirst; ///< N lists: by their first unit
    bool isComplete = true; ///< false: there were too many, and the farther ones were left out
};

/// @param units   N, sorted by start; of positive length
/// @param raters  R ≥ 2, more than any unit's rater
AlignmentCandidates alignmentCandidates(const std::vector<PlacedUnit>& units, std::size_t raters,
                                        const UnitDistance& distance);

}
