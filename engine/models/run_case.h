#pragma once

#include "engine/worker/tensor.h"

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
    std::map<std::string, Tensor> parameters;
    std::map<std::string, Tensor> inputs;
    std::map<std::string, Integers> integerInputs; ///< `lengths`
};

struct CaseResult {
    std::map<std::string, Tensor> outputs; ///< `pred`, what the model shows, and `occlusion_input`
    std::optional<float> loss;
    std::map<std::string, Tensor> gradients; ///< of the loss, by parameter
};

/// Runs the model in evaluation mode.
///
/// `occlusion_input` B × 3 × O is the prediction minus the prediction with `x_l`, `x_a`, `x_v` in turn set to
/// zero, for models that have these three inputs.
/// @throws FormatError, as createModel(), loadState() and FusionModel::run() do, and `unknown_loss`.
CaseResult runCase(const ModelCase& modelCase);

}
