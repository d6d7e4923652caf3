#pragma once

#include "engine/model_files/model_card.h"

#include <cstddef>
#include <filesystem>
#include <string>

namespace engine {

/// The place of an output by its name; empty: the first. @throws FormatError (`bad_option`): there is none
std::size_t outputOf(const ModelCard& card, const std::string& wanted);

/// @throws FormatError (`not_rows`) for a model that sees and hears recordings.
void refuseMedia(const ModelCard& card, const std::filesystem::path& model);

}
