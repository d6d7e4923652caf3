#pragma once

#include "engine/models/fusion_model.h"

#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

namespace engine {

/// The model that `config` describes, freshly initialised from LibTorch's current seed.
///
/// @param config  {"class": "LMF", …} with the hyper-parameters of that class.
/// @throws FormatError: `unknown_model`, which lists what there is, or `bad_hyper_parameter`.
std::shared_ptr<FusionModel> createModel(const nlohmann::json& config);

/// The classes of this build, sorted.
std::vector<std::string> modelNames();

}
