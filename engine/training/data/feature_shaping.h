#pragma once

#include "engine/core/segment_input.h"
#include "engine/model_files/data_options.h"
#include "engine/training/data/feature_data.h"

namespace engine {

/// The same segments in other folds; unknown ids are noted.
/// @param split  ids of segments, videos or conversations, or `test[0:60]`: a range in brackets counts from
/// 0, and its end is not included.
/// @throws FormatError (code `bad_split`) for a fold of another name, a fold that would be empty, an entry
/// that is no range of numbers, and a segment that comes twice, in one fold or in two; (`no_labels`) as
/// pooled().
FeatureData resplit(const FeatureData& data, const FoldLists& split);

/// The fold that a split gives to each segment, fold after fold; empty for segments that it does not name.
/// The result is empty when there is no split, or when it names none of the segments, since it was then made
/// for other data.
/// @throws FormatError (code `bad_split`) for an entry that is no range of numbers.
std::vector<std::string> foldsBySplit(const FeatureData& data, const std::optional<FoldLists>& split);

/// @throws FormatError (code `not_finite`) naming file, fold, segment, step and column of the first number
/// that is NaN or infinite, unless these count as zero.
void settleBrokenNumbers(FeatureData& data, bool asZero);
/// @param source  the file, for messages
void settleBrokenNumbers(FoldData& fold, const std::string& source, bool asZero);

/// Each segment with up to `window` - 1 segments of the same video before it as its steps, in their order.
/// @param fold  has one step per segment; the segments of a video follow each other.
FoldData windowed(const FoldData& fold, std::size_t window);

/// Segments of `steps` steps: of longer segments evenly spaced steps are taken, shorter segments are padded.
/// In unaligned segments, each modality is treated by its own length.
FoldData ofFixedLength(const FoldData& fold, std::size_t steps);

/// Applies the options that come after normalising: windows and fixed lengths. Segments with as many steps as
/// a window has are windows already.
FoldData shaped(const FoldData& fold, bool isUtteranceLevel, const DataOptions& options);

/// The wanted modalities that at least one training segment has. The others would only be noise to a model
/// that never saw them, so they are marked as missing in all folds, and that is noted.
/// @throws FormatError (code `bad_features`) when none is left.
EnabledModalities learnable(FeatureData& data, EnabledModalities wanted);

}
