#pragma once

#include "engine/core/matrix_view.h"
#include "engine/models/fusion_model.h"
#include "engine/training/data/task.h"
#include "engine/training/run/training_settings.h"

namespace engine {

/// The values that a model should reach: N × O. Scores are taken relative to the neutral point of their
/// scale. Yes is 1 and no is −1, so that objectives that use signs work. Of classes, the true class is 1 and
/// all others are 0.
torch::Tensor targetsOf(MatrixView truths, const std::vector<LabelCard>& labels, Task task);

/// The loss of a task by the settings: mean absolute (`l1`), squared (`mse`) or Huber error with δ 1
/// (`huber`); logistic loss of each label (`bce`), the default for yes and no; cross entropy of the classes
/// (`cross_entropy`). Of classes and values both: `cross_entropy` of the classes and the squared error of the
/// values are added.
///
/// @param targets  of the training segments; they give the balanced weights and the number of labels.
/// @param classes  how many labels are classes where there are values besides (classesAmong())
/// @throws FormatError (code `bad_config`) for a loss that does not fit the task, weights that do not fit the
/// loss, and weights that are not as many as labels or classes.
TaskLoss taskLoss(const TrainingSettings& settings, Task task, const torch::Tensor& targets,
                  std::size_t classes = 0);

/// What stands behind a loss of the labelled turns of conversations: `cross_entropy_turns`.
inline constexpr const char* kLossOfTurns = "_turns";

/// The name of the loss that is used, of turns as of segments. @throws FormatError as taskLoss() does.
std::string lossName(const TrainingSettings& settings, Task task);

}
