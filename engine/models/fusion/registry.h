#pragma once

#include "engine/models/stage_offer.h"

#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

namespace engine {

class FusionModel; // their headers bring all of LibTorch
struct TrainingFacts;

/// The model that `config` describes, freshly initialised from LibTorch's current seed.
///
/// @param config  {"class": "LMF", …} with the hyper-parameters of that class.
/// @throws FormatError: `unknown_model`, which lists the known classes, or `bad_hyper_parameter`.
std::shared_ptr<FusionModel> createModel(const nlohmann::json& config);

/// How a class can be trained.
struct StageMenu {
    std::vector<StageOffer> offers; ///< all its stages; of a model that knows none, `joint`
    std::vector<std::string> usual; ///< stages of a configuration that names none; of such a model none
};

/// Whether a class learns in stages; not of a class that there is not.
bool isStaged(const std::string& className);

/// The stages of a configuration, before the sizes are known that the data decide.
/// @throws FormatError as createModel() does.
StageMenu stageMenu(nlohmann::json config);

/// Puts the sizes that the training segments decide, such as a vocabulary, into a configuration that does not
/// name them. @throws FormatError as createModel() does, and where the segments lack what the model needs.
void settleModel(nlohmann::json& config, const TrainingFacts& facts);

/// The configuration with which a class is trained by default: {"model": {"class": …, hyper-parameters other
/// than those that follow from the data}, "training": {…}}.
/// @throws FormatError (code `unknown_model`).
nlohmann::json modelDefaults(const std::string& className);

/// The class that a person means by `mfn`, `graph-mfn`, `Williams`: case and hyphens are ignored, and a
/// beginning is enough when only one class has it.
/// @throws FormatError (code `unknown_model`).
std::string modelClass(const std::string& name);

/// The classes of this build that fuse three feature sequences of a segment, sorted; others are
/// conversationModelNames() and networkNames().
std::vector<std::string> modelNames();

/// The classes that see whole conversations (ConversationModel), sorted.
std::vector<std::string> conversationModelNames();

/// Whether a class is one of conversationModelNames().
bool isOfConversations(const std::string& className);

/// The classes that take unaligned segments (FusionModel::takesUnaligned()). It makes a model of each class
/// to find out.
std::vector<std::string> unalignedModelNames();

}
