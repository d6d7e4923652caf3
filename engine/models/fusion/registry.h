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

/// What a class is trained with when nothing else is asked for: {"model": {"class": …, hyper-parameters
/// without what the data decide}, "training": {…}}.
/// @throws FormatError (code `unknown_model`).
nlohmann::json modelDefaults(const std::string& className);

/// The class that people mean by `mfn`, `graph-mfn`, `Williams`: case and hyphens do not count, a beginning
/// that only one class has is enough.
/// @throws FormatError (code `unknown_model`).
std::string modelClass(const std::string& name);

/// The classes of this build, sorted.
std::vector<std::string> modelNames();

/// Those that take unaligned segments (FusionModel::takesUnaligned()). Makes one of each to ask it.
std::vector<std::string> unalignedModelNames();

}
