#pragma once

#include "engine/models/fusion_model.h"
#include "engine/training/data/task.h"
#include "engine/training/run/training_settings.h"

namespace engine {

/// True values as a model is to reach them: N × O. Scores minus what is neutral on their scale; yes is 1 and
/// no is −1, so that objectives that look at signs understand them; of classes the one is 1, all others 0.
torch::Tensor targetsOf(const FeatureMatrix& truths, const std::vector<LabelCard>& labels, Task task);

/// What a task minimises, by the settings: mean absolute (`l1`), squared (`mse`) or Huber error with δ 1
/// (`huber`); logistic loss of each label (`bce`), the rule for yes and no; cross entropy of the classes.
///
/// @param targets  of the training segments, for balanced weights and their number.
/// @throws FormatError (code `bad_config`) for a loss that does not fit the task, weights that do not fit the
/// loss, and weights that are not as many as labels or classes.
TaskLoss taskLoss(const TrainingSettings& settings, Task task, const torch::Tensor& targets);

/// The name of the loss that is used. @throws FormatError as taskLoss() does.
std::string lossName(const TrainingSettings& settings, Task task);

}
