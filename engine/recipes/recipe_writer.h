#pragma once

#include "engine/recipes/recipe.h"

#include <nlohmann/json.hpp>

namespace engine {

/// The recipe as parseRecipe() reads it, with paths relative to `folder` where possible; the same recipe
/// gives the same bytes. It must not be called for RecipeOutput::Integrity.
nlohmann::ordered_json recipeJson(const Recipe& recipe, const std::filesystem::path& folder);

/// The reference as recipes have it: a name, `{"rate_hz"}`, `{"window_s", "hop_s"}`, or `{"frames_of"}`
/// (where needed, with `"zero"`).
nlohmann::ordered_json referenceJson(const AlignReference& reference,
                                     const std::filesystem::path& folder = {});

/// Writes a recipe file, with paths relative to its folder, under a temporary name, and renames it. @throws
/// IoError.
void writeRecipe(const Recipe& recipe, const std::filesystem::path& path);

}
