#pragma once

#include "engine/core/feature_matrix.h"
#include "engine/model_files/model_card.h"
#include "engine/training/run/training_settings.h"

#include <torch/torch.h>

#include <functional>

namespace engine {

/// What decides which epoch is best, as the settings name it (TrainingTask::watched); empty: the loss.
///
/// @param truths  M × O, of the rows of outputs that it will be given
/// @throws FormatError (`bad_config`) for a figure that the task does not have.
std::function<double(const torch::Tensor& outputs)> watchedFigure(const ModelCard& card,
                                                                  const TrainingSettings& training,
                                                                  double threshold,
                                                                  const FeatureMatrix& truths);

}
