#pragma once

#include "app/dataset_view/concept_units.h"
#include "app/dataset_view/dataset_slices.h"
#include "app/document/tier_views.h"
#include "app/review/model_scores.h"
#include "engine/explain/explained_dataset.h"
#include "engine/snapshot/labels_to_learn.h"
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

/// What of a model's answers is shown.
struct ShownOutput {
    std::size_t output = 0; ///< unless it is the choice
    std::size_t classes = 0; ///< C: outputs, the first ones, that are one of several classes; 0: none are
    bool isChoice = false; ///< which of the classes it is
    QString name{}; ///< of the classes' label: `stance`
};

/// What the views show, in the order of the explained segments; for tasks.
/// @param own      labels that take the place of the files'
/// @param learnt   the label that the model learnt, as the project has it now, which takes the place of all
///                 others; null: it is not known, or the project has it no more
/// @param dataset  where speakers and folds come from
widgets::DatasetContentPtr segmentPoints(const engine::ExplainedDataset& explained, const ShownOutput& shown,
                                         const OwnLabels& own, const engine::LabelToLearn* learnt,
                                         const OpenDataset& dataset, const FurtherAnswers& further);

std::vector<SegmentFacts> segmentFacts(const engine::ExplainedDataset& explained);

}
