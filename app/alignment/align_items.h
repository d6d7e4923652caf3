#pragma once

#include "app/dataset/dataset_loader.h"
#include "engine/alignment/word_rule.h"
#include "engine/annotation/annotation.h"
#include "engine/recipes/recipe.h"

/// The recipe of the Align panel, and where it was applied, as the project's items. Paths are noted relative
/// to the dataset's folder, so that both can move together.
namespace app {

inline constexpr auto kRecipeItems = "recipe";
inline constexpr auto kAlignedItems = "aligned";

/// Which tiers of its own the project has.
struct OwnTiers {
    bool words = false;
    bool labels = false;
};

/// What most work on CMU-MOSI and CMU-MOSEI does: rows to words by their mean, missing ones as zeros, words
/// to labelled segments. Words and labels that the dataset lacks are the project's own; steps for what
/// neither has are left out.
engine::Recipe usualRecipe(const OpenDataset& dataset, const OwnTiers& own = {});

/// What a recipe's first alignment to words says of a modality's rows: the collapse function where it is one
/// that keeps the width, which is what a model can take, else the mean; and the filling.
engine::WordRule wordRuleOf(const engine::Recipe& recipe, const std::string& words,
                            const std::string& sequence);

/// Absent: the project has none, or one that cannot be read.
std::optional<engine::Recipe> alignRecipe(const engine::Annotation& annotation,
                                          const std::filesystem::path& root);
engine::Item alignRecipeItem(const engine::Recipe& recipe, const std::filesystem::path& root);

/// The recipe that was applied to this video, alone or with all others; absent: the video shows its files.
std::optional<engine::Recipe> appliedRecipe(const engine::Annotation& annotation, const std::string& video,
                                            const std::filesystem::path& root);
/// @param recipe  absent: the video shows its files, even where a recipe was applied to all
/// @param video   empty: all videos
engine::Item appliedItem(const std::string& video, const std::optional<engine::Recipe>& recipe,
                         const std::filesystem::path& root);
/// Applies a recipe to all videos, also to those that have one of their own.
engine::Change applyToAll(const engine::Annotation& annotation, const engine::Recipe& recipe,
                          const std::filesystem::path& root);

}
