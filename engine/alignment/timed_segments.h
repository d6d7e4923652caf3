#pragma once

#include "engine/alignment/segment_rows.h"

namespace engine {

/// The steps of a segment at a rate, from the start of the segment on; at least one.
std::vector<Interval> stepsOf(Interval segment, FixedRate rate);

/// The segments of a recipe that is SegmentRecipe::isTimed().
///
/// Segments are those of the labels, or windows without labels: from the first to the last row that all
/// modalities have in common. Windows of videos in the fold train begin every `hop` seconds; the others, of
/// which a model is told how good it is, do not overlap. A video that is shorter than a window is one.
///
/// Rows are words; or steps of 1 / `hertz` seconds, into which the rows of each modality are collapsed; or
/// each modality's own rows, those whose middle lies in the segment. Then a modality may have none. A text
/// that the recipe calls `` (empty) is not there. Words are only needed where they are rows; otherwise they
/// are what the segment's transcript is from, where there are any.
/// @throws as labelledSegments().
std::vector<LabelledSegment> timedSegments(const DatasetList& list, const SegmentRecipe& recipe,
                                           const RunContext& run);

}
