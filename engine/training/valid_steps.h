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
/// Where all have the same steps and what is known agrees, that holds for those as well of which nothing is;
/// else these are valid to the end. A modality that nobody has takes the lengths of the first that is there.
/// The fold is aligned when all have the same steps and the same lengths in the end.
void settleLengths(FoldData& fold, const KnownLengths& known);

/// Puts padding behind the steps where a file has it in front of them (releases of one dataset differ in
/// that): in all segments of a modality, or of the modalities together when they are aligned. It stands in
/// front when every segment that has some is zero there, and one is not zero behind its length.
void putPaddingBehind(FoldData& fold);

/// Takes steps at either end of a segment away that are zero in all of these modalities, which have the same
/// steps: the others move to the front, and there is at least one.
/// @return N, how many are left.
std::vector<std::int64_t> takePaddingAway(std::span<FeatureBlock> blocks, std::size_t segments);

}
