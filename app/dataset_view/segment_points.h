#pragma once

#include "app/dataset_view/concept_units.h"
#include "app/dataset_view/dataset_slices.h"
#include "app/document/tier_views.h"
#include "engine/explain/explained_dataset.h"

#include <map>

namespace app {

class Document;
struct OpenDataset;

/// The labels that the project has, by video.
using OwnLabels = std::map<std::string, LabelsView>;
OwnLabels ownLabelsOf(const Document& document);

/// What the views show of one output, in the order of the explained segments; for jobs.
/// @param own      labels that take the place of the files'
/// @param dataset  where speakers and folds come from
/// @param muted    what is taken away from the predictions
widgets::DatasetContentPtr segmentPoints(const engine::ExplainedDataset& explained, std::size_t output,
                                         const OwnLabels& own, const OpenDataset& dataset,
                                         const MutedEffects& muted);

std::vector<SegmentFacts> segmentFacts(const engine::ExplainedDataset& explained);

}
