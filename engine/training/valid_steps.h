#pragma once

#include "engine/training/feature_data.h"

#include <optional>
#include <span>

namespace engine {

// Which steps of a fold are no padding, where a file says little of it.

/// By modality, N lengths each; absent where nothing is known.
using KnownLengths = std::array<std::optional<std::vector<std::int64_t>>, allModalities.size()>;

/// Gives each modality the lengths that are known of it.
///
/// Of the others those that nobody has take the lengths of the first that is there, which all have where all
/// have the same steps and nothing else is known; else every step counts. The fold is aligned when all have
/// the same steps and the same lengths in the end.
void settleLengths(FoldData& fold, const KnownLengths& known);

/// Takes steps at either end of a segment away that are zero in all of these modalities, which have the same
/// steps: the others move to the front, and there is at least one.
/// @return N, how many are left.
std::vector<std::int64_t> takePaddingAway(std::span<FeatureBlock> blocks, std::size_t segments);

}
