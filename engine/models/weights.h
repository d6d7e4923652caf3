#pragma once

#include "engine/models/fusion_model.h"

#include <string>
#include <string_view>

namespace engine {

/// Whether this is a batch norm's `num_batches_tracked`, a whole number. Files may have it; no model here
/// uses it.
bool isStepCounter(std::string_view name);

/// Parameters and buffers by their names, sharing memory with the module. Without the batch norms'
/// `num_batches_tracked`, which weight files may leave out and no model here uses.
NamedTensors stateOf(const torch::nn::Module& module);

/// Copies `state` into the module; either all of it or, on an error, nothing.
///
/// `cell.weight_ih_l0` is accepted for `cell.weight_ih`: it is the same cell, saved as a one-layer recurrent
/// module.
///
/// @param source  where the state comes from, for the message.
/// @throws FormatError naming the parameter: `missing_parameter`, `unexpected_parameter`, `parameter_shape`.
void loadState(torch::nn::Module& module, const NamedTensors& state, const std::string& source);

}
