#pragma once

#include "engine/core/tensor.h"

#include <cstdint>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace engine {

/// A model, its weights and its inputs, as readCase() finds them in a weight exchange file.
struct ModelCase {
    struct Integers {
        std::vector<std::int64_t> shape;
        std::vector<std::int64_t> values;
    };

    nlohmann::json config; ///< {"class": "LMF", …}
    std::string lossKind; ///< empty: no loss is wanted
    bool trains = false; ///< run the training that `config` describes instead of one evaluation
    std::map<std::string, Tensor> parameters;
    std::map<std::string, Tensor> inputs;
    std::map<std::string, Integers> integerInputs; ///< `lengths`
};

struct CaseResult {
    std::map<std::string, Tensor> outputs; ///< `pred`, the model's displays, and `occlusion_input`
    std::optional<float> loss;
    std::map<std::string, Tensor> gradients; ///< of the loss, by parameter
    std::map<std::string, Tensor> parametersAfter; ///< after training, buffers included
};

/// Runs the model: once in evaluation mode, or for as many steps of training as `config` says.
///
/// An evaluation adds `occlusion_input` B × 3 × O, the prediction minus the prediction with `x_l`, `x_a`,
/// `x_v` in turn set to zero, and for words `prefix_pred` B × T × O, the prediction after each word, whatever
/// `lengths` says; of conversations the prediction for each turn by the turns so far. Training is on the
/// whole batch at each of `steps` steps of Adam with `lr`, `weight_decay`, `clip_norm`; its output is
/// `loss_and_grad_norm`, steps × 2, the norm before clipping.
///
/// @throws FormatError, as createModel(), loadState() and FusionModel::run() do, and `unknown_loss`.
CaseResult runCase(const ModelCase& modelCase);

}
