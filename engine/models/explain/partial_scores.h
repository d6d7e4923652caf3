#pragma once

#include "engine/explain/attribution.h"
#include "engine/explain/interaction_map.h"
#include "engine/models/explain/baselines.h"
#include "engine/models/serving/model_file.h"

#include <vector>

namespace engine {

/// The predictions for all eight sets of modalities that are present: 8 × B × O by Coalition, in the units of
/// the labels or as probabilities (scoresOf()). What the model did not learn from (ModelCard::modalities)
/// makes no difference.
torch::Tensor coalitionScores(const TrainedModel& trained, const ModalityBatch& batch,
                              const Baselines& baselines);

/// The predictions for one segment with only these sets of modalities, each the mean over all draws: C × O.
/// @param segment     a batch of one
/// @param coalitions  C; what the model did not learn from makes no difference
torch::Tensor meanScoresWith(const TrainedModel& trained, const ModalityBatch& segment,
                             const Baselines& baselines, const std::vector<Coalition>& coalitions);

/// The maps of B segments and O outputs, from coalitionScores(): B × O.
std::vector<std::vector<InteractionMap>> interactionMaps(const torch::Tensor& coalitionScores);

/// Steps that are absent together.
using AbsentSpans = std::vector<StepSpan>;

/// The predictions for one segment without each of N sets of steps: N × O, in the units of the labels.
/// @param segment  a batch of one
torch::Tensor scoresWithout(const TrainedModel& trained, const ModalityBatch& segment,
                            const Baselines& baselines, const std::vector<AbsentSpans>& sets);

/// Each step of each modality that the model learnt from, in the order of `allModalities`.
/// @param segment  a batch of one
std::vector<StepSpan> stepsOf(const TrainedModel& trained, const ModalityBatch& segment);

/// The valid steps of one modality as at most `most` spans of nearly the same size.
std::vector<StepSpan> spansOf(const ModalityBatch& segment, Modality modality, std::size_t most);

}
