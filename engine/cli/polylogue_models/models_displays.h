#pragma once

#include "engine/core/run_context.h"
#include "engine/training/data/feature_data.h"
#include "engine/training/run/scorer.h"

namespace engine {

/// Prints what a model shows of itself (attention, gates, contributions) for each segment of a fold, or of
/// all where `fold` is empty: a line of JSON with the display cards, then a line per segment with its
/// tensors. Of a model of conversations a line is of a conversation, with its participants and turns.
/// @throws FormatError (`not_rows`) for features of whole utterances; (`no_segments`) where no segment is in
/// the folds; Cancelled.
void printDisplays(const Scorer& scorer, const FeatureData& data, const std::string& fold,
                   const RunContext& run);

}
