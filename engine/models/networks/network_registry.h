#pragma once

#include "engine/models/staged_model.h"

#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

namespace engine {

/// The network that `config` describes, for classes that are no fusion models of three feature sequences;
/// null for any other class. @throws FormatError (code `bad_hyper_parameter`).
std::shared_ptr<FusionModel> createNetwork(const nlohmann::json& config);

/// As settleModel(), for a class of createNetwork().
void settleNetwork(nlohmann::json& config, const TrainingFacts& facts);

/// Whether the model of a configuration, which need not be right, takes clips of recordings cut into patches.
bool seesRawClips(const nlohmann::json& config);

/// Whether a network of this name learns in stages; not of a name that there is not.
bool isNetworkStaged(const std::string& name);

/// The names by which people call them, sorted: MME2E and FV2ES are both of the class E2E.
std::vector<std::string> networkNames();

/// The configuration with which the network of this name is trained by default, as modelDefaults(); null for
/// any other name.
nlohmann::json networkDefaults(const std::string& name);

}
