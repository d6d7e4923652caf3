#pragma once

#include "engine/model_files/model_card.h"

#include <filesystem>
#include <map>

namespace engine {

/// The card in a model file's text. @throws FormatError (code `bad_model_card`).
ModelCard cardOf(const std::map<std::string, std::string>& metadata, const std::string& source);

/// The metadata that cardOf() reads.
std::map<std::string, std::string> metadataOf(const ModelCard& card);

/// The card of a model file; its weights are not read.
/// @throws IoError, FormatError as readSafetensorsMetadata() and modelCardFromJson().
ModelCard readModelCard(const std::filesystem::path& path);

}
