#pragma once

#include "app/alignment/alignment_preview.h"
#include "widgets/align/align_panel.h"

namespace app {

class Document;

/// What each step that was done did to the video, in a person's words, and why the next one cannot be done.
std::vector<widgets::AlignPanel::Outcome>
outcomesOf(const AlignmentPreview::Result& result, const engine::Recipe& recipe, const OpenDataset& dataset);

/// The rows that step number `steps` dropped, and why; empty: it dropped none.
QString droppedRows(const AlignmentPreview::Result& result, std::size_t steps);

/// The collapse functions for this sequence in the last align step among the recipe's first `steps`; the mean
/// where that step names none.
std::vector<engine::CollapseFunction> functionsAt(const engine::Recipe& recipe, std::size_t steps,
                                                  const std::string& key);

/// The rows of a sequence that a word receives, with as many before and behind, and what the functions make
/// of one dimension.
widgets::ReceivedRows::Picture receivedRows(const engine::FeatureLevels& source, engine::Interval word,
                                            std::size_t dimension, engine::Modality modality,
                                            const std::vector<engine::CollapseFunction>& functions);

}
