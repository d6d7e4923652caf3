#pragma once

#include "engine/alignment/segment_rows.h"

#include <filesystem>

namespace engine {

/// The labelled segments of every recording of a list, for a model of parts, which needs neither words nor
/// features: what is said in a segment where the list has words, and no rows.
/// @throws FormatError (`no_segments`) where there are none; as openSequence() for damaged files. Cancelled.
std::vector<LabelledSegment> partSegments(const DatasetList& list, const SegmentRecipe& recipe,
                                          const RunContext& run = {});

}
