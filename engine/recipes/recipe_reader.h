#pragma once

#include "engine/recipes/recipe.h"

#include <nlohmann/json_fwd.hpp>

namespace engine {

/// Reads a recipe (docs/formats.md); its paths are relative to `folder`.
/// @param warnings  receives a sentence for each unknown top-level field
/// @throws FormatError (`recipe_invalid`) naming the step and field; IoError (`file_not_found`) for lists of
/// folds.
Recipe parseRecipe(const nlohmann::json& json, const std::filesystem::path& folder,
                   std::vector<std::string>& warnings);

/// Reads the steps of a recipe alone (`[{"op": "align", …}, …]`), for sequences that are loaded already.
/// @throws FormatError (`recipe_invalid`) as parseRecipe().
std::vector<RecipeStep> parseSteps(const nlohmann::json& steps, const std::filesystem::path& folder);

/// Reads a recipe file. @throws IoError (`file_not_found`), FormatError (`recipe_invalid`) as parseRecipe().
Recipe readRecipe(const std::filesystem::path& path, std::vector<std::string>& warnings);

}
