#pragma once

#include "engine/alignment/segment_rows.h"
#include "engine/training/data/feature_data.h"
#include "engine/training/suspects/word_profile.h"

#include <vector>

namespace engine {

/// The words of N segments, in order; a segment of which none are known has none.
using SegmentWords = std::vector<std::vector<SegmentWord>>;

/// The words that a dataset has within each of these segments. Words that reach over a segment's beginning
/// or end are not cut. A video that the recipe's words lack has none.
/// @param segments  with spans
/// @throws as openWords() and CsdFile.
SegmentWords segmentWords(const DatasetList& list, const SegmentRecipe& recipe, const FoldData& segments);

}
