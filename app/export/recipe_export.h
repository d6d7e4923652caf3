#pragma once

#include "app/dataset/dataset_loader.h"
#include "app/document/edited_labels.h"
#include "app/document/tier_views.h"
#include "engine/project_items/face_items.h"
#include "engine/recipes/recipe.h"

#include <set>

namespace app {

class Document;

/// The words and labels of all videos that the project has, by video; the tiers of its own that a recipe
/// names; and by how much sequences are moved.
struct TierEdits {
    std::map<std::string, WordsView> words;
    std::map<std::string, LabelRows> labels;
    std::map<TierName, engine::ComputationalSequence> tiers;
    std::map<std::string, engine::VideoOffsets> offsets = {}; ///< of sequences, by key
    engine::ProjectFaces faces = {}; ///< the person whose measures count, by video
    engine::ProjectOffsets faceOffsets = {}; ///< of all sequences, by video
};
TierEdits tierEdits(const Document& document, const OpenDataset& dataset, const engine::Recipe& recipe);

/// The tiers of the project that a recipe names.
std::set<TierName> namedTiers(const engine::Recipe& recipe);

/// The recipe with what the project says of its files beside their content: offsets of sequences, and what
/// lies at 0 s of a video's frames.
engine::Recipe asInProject(engine::Recipe recipe, const OpenDataset& dataset, const TierEdits& edits);

/// Writes a recipe as `path`, and beside it, as `<stem>.<key>.csd`, each sequence that it loads and of which
/// the project has edits; the recipe then names these. So `polylogue-cli run` gives from it what the window
/// shows.
/// @return the recipe as it is read from that file
/// @throws IoError, FormatError.
engine::Recipe exportRecipe(engine::Recipe recipe, const OpenDataset& dataset, const TierEdits& edits,
                            const std::filesystem::path& path);

inline constexpr auto kRecipeFile = "recipe.json"; ///< in a folder of results, beside what came of it

/// Whether results would replace files there that come of no recipe, such as those of another dataset.
bool holdsOtherFiles(const std::filesystem::path& folder);

}
