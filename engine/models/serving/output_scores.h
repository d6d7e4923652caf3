#pragma once

#include "engine/model_files/model_card.h"

#include <torch/torch.h>

namespace engine {

/// A model's outputs B × O as people read them: scores in the units of their labels, probabilities of yes, or
/// of each class.
torch::Tensor scoresOf(const torch::Tensor& outputs, const ModelCard& card);

}
