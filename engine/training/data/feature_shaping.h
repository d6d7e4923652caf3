#pragma once

#include "engine/core/segment_input.h"
#include "engine/training/data/data_options.h"
#include "engine/training/data/feature_data.h"

namespace engine {

/// Other folds of the same segments. @param split  {"train": [ids of segments or videos, `test[0:60]`], …}:
/// what is in brackets counts from 0, its end is not included. Ids that are not there are noted.
/// @throws FormatError (code `bad_split`) for a fold that comes out empty, an entry that is no text or no
/// range of numbers, and a segment that comes twice, in one fold or in two; (`no_labels`) as pooled().
FeatureData resplit(const FeatureData& data, const nlohmann::json& split);

/// The fold that a split gives each segment of all folds, one after the other; empty for those in none of it.
/// None at all when the split is null or knows no segment: then the data are others than it was made for.
/// @throws FormatError (code `bad_split`) for an entry that is no text or no range of numbers.
std::vector<std::string> foldsBySplit(const FeatureData& data, const nlohmann::json& split);

/// @throws FormatError (code `not_finite`) naming file, fold, segment, step and column of the first number
/// that is NaN or infinite, unless these count as zero.
void settleBrokenNumbers(FeatureData& data, bool asZero);
/// @param source  the file, for messages
void settleBrokenNumbers(FoldData& fold, const std::string& source, bool asZero);

/// Each segment with up to `window` - 1 segments of the same video before it as its steps, in their order.
/// @param fold  of one step per segment; those of a video stand one after the other.
FoldData windowed(const FoldData& fold, std::size_t window);

/// Segments of `steps` steps: longer ones give evenly spaced steps, shorter ones are padded; of unaligned
/// segments each modality by its own length.
FoldData ofFixedLength(const FoldData& fold, std::size_t steps);

/// The utterances up to the target that are its steps; 1: it alone.
std::size_t windowOf(bool isUtteranceLevel, const DataOptions& options);

/// What the options ask for after normalising: windows, fixed lengths.
FoldData shaped(const FoldData& fold, bool isUtteranceLevel, const DataOptions& options);

/// Those of the wanted modalities that some training segment has. What a model never saw would only be noise
/// to it, so the others are held missing in all folds, and that is noted.
/// @throws FormatError (code `bad_features`) when none is left.
EnabledModalities learnable(FeatureData& data, EnabledModalities wanted);

}
