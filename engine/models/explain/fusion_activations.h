#pragma once

#include "engine/models/batch.h"
#include "engine/models/serving/model_file.h"

#include <optional>
#include <string>

namespace engine {

/// What segments are to a model where it has fused their modalities: the input of the layer from which its
/// prediction is summed.
struct FusionActivations {
    torch::Tensor values; ///< B × H, float64
    torch::Tensor readout; ///< H, float64: by how much the prediction changes with each value
    std::string layer; ///< the name of the layer's weights: `decision.weight`
};

/// Finds that layer by its gradients, whatever the model is: a prediction y that is affine in the weights W
/// and the bias b of one layer is ⟨W, ∂y/∂W⟩ + ⟨b, ∂y/∂b⟩ (Euler), and ∂y/∂W is then what the layer was
/// given. Of several such layers, the one that the model registers last.
/// @param output  which prediction. @return absent: no layer of the model is like that
std::optional<FusionActivations> fusionActivations(const TrainedModel& trained, const ModalityBatch& segments,
                                                   std::size_t output);

}
