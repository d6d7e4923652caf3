#pragma once

#include "app/dataset_view/concept_units.h"
#include "app/dataset_view/dataset_slices.h"
#include "app/document/tier_views.h"
#include "app/review/model_scores.h"
#include "engine/explain/explained_dataset.h"
#include "widgets/training/dynamics_plot.h"

#include <map>

namespace app {

class Document;
struct OpenDataset;

/// What is known of segments beside what the model says of them; none of it is null.
struct FurtherAnswers {
    std::shared_ptr<const MutedEffects> muted; ///< is taken away from the predictions
    std::shared_ptr<const std::vector<widgets::SegmentDynamics>> dynamics; ///< of the model's training
    std::shared_ptr<const ModelScores> others; ///< what another model says
    QString otherModel;
    bool knowsHeldOut = true; ///< the model's card says on which segments it was tested
};

/// The labels that the project has, by video.
using OwnLabels = std::map<std::string, LabelsView>;
OwnLabels ownLabelsOf(const Document& document);

/// What the views show of one output, in the order of the explained segments; for tasks.
/// @param own      labels that take the place of the files'
/// @param dataset  where speakers and folds come from
widgets::DatasetContentPtr segmentPoints(const engine::ExplainedDataset& explained, std::size_t output,
                                         const OwnLabels& own, const OpenDataset& dataset,
                                         const FurtherAnswers& further);

std::vector<SegmentFacts> segmentFacts(const engine::ExplainedDataset& explained);

}
