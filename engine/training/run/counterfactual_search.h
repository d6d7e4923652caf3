#pragma once

#include "engine/core/run_context.h"
#include "engine/explain/absent_kind.h"
#include "engine/explain/counterfactuals.h"
#include "engine/training/data/feature_data.h"

#include <cstddef>
#include <string>

namespace engine {

class Scorer;

/// Of which segment counterfactuals are sought.
struct CounterfactualWish {
    std::string id;
    std::size_t output = 0;
    AbsentKind absent = AbsentKind::Mean; ///< what stands in the place of a word; not Marginal, not Mask
};

/// How many segments of the other sign are told.
inline constexpr std::size_t kNearestTold = 3;

/// What would have to be otherwise for the model to say the other sign of a segment: the nearest segments of
/// that sign, where the model has fused its modalities (fusionActivations(); of a model without such a layer,
/// in its eight predictions with and without each modality); the same words with another segment's sound or
/// face; and the fewest words without which the sign flips: all single words and all pairs are tried, then
/// one word after another is taken, each time the one that moves the prediction most. This header needs no
/// LibTorch header.
/// @param segments  all that may lend something, the asked one among them
/// @throws FormatError (`no_such_segment`) where it is not among them, (`bad_option`) for an output that the
///         model has not, and for AbsentKind::Marginal and Mask; as baselinesFor(); Cancelled.
Counterfactuals counterfactualsOf(const Scorer& scorer, const FoldData& segments,
                                  const CounterfactualWish& wish, const RunContext& run = {});

}
