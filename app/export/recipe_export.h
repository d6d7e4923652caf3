#pragma once

#include "app/dataset/dataset_loader.h"
#include "app/document/tier_views.h"
#include "engine/recipes/recipe.h"
#include "engine/snapshot/project_edits.h"

#include <set>

namespace app {

class Document;

/// What the project has in the place of files, and the tiers of its own that a recipe names.
struct RecipeEdits {
    engine::ProjectEdits project;
    std::map<TierName, engine::ComputationalSequence> tiers;
};
RecipeEdits recipeEdits(const Document& document, const engine::Recipe& recipe);

/// The tiers of the project that a recipe names.
std::set<TierName> namedTiers(const engine::Recipe& recipe);

/// The recipe with what the project says of its files beside their content: offsets of sequences, and what
/// lies at 0 s of a video's frames.
engine::Recipe asInProject(engine::Recipe recipe, const OpenDataset& dataset, const RecipeEdits& edits);

/// Writes a recipe as `path`, and beside it, as `<stem>.<key>.csd`, each sequence that it loads and of which
/// the project has edits; the recipe then names these. So `polylogue-cli run` gives from it what the window
/// shows.
/// @return the recipe as it is read from that file
/// @throws IoError, FormatError.
engine::Recipe exportRecipe(engine::Recipe recipe, const OpenDataset& dataset, const RecipeEdits& edits,
                            const std::filesystem::path& path);

inline constexpr auto kRecipeFile = "recipe.json"; ///< in a folder of results, beside what came of it

/// Whether results would replace files there that come of no recipe, such as those of another dataset.
bool holdsOtherFiles(const std::filesystem::path& folder);

}
