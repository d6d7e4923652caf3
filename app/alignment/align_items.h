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

/// What most work on CMU-MOSI and CMU-MOSEI does: rows to words by their mean, missing ones as zeros, words
/// to labelled segments. Steps for what the dataset lacks are left out.
engine::Recipe usualRecipe(const OpenDataset& dataset);

/// What a recipe's first alignment to words says of a modality's rows: the collapse function where it is one
/// that keeps the width, which is what a model can take, else the mean; and the filling.
engine::WordRule wordRuleOf(const engine::Recipe& recipe, const std::string& words,
                            const std::string& sequence);

/// Absent: the project has none, or one that cannot be read.
std::optional<engine::Recipe> alignRecipe(const engine::Annotation& annotation,
                                          const std::filesystem::path& root);
engine::Item alignRecipeItem(const engine::Recipe& recipe, const std::filesystem::path& root);

/// What was applied to this video, by itself or with all others; absent: it is as its files have it.
std::optional<engine::Recipe> appliedRecipe(const engine::Annotation& annotation, const std::string& video,
                                            const std::filesystem::path& root);
/// @param recipe  absent: as its files have it, although a recipe was applied to all
/// @param video   empty: all videos
engine::Item appliedItem(const std::string& video, const std::optional<engine::Recipe>& recipe,
                         const std::filesystem::path& root);
/// Applies to all videos, those with recipes of their own included.
engine::Change applyToAll(const engine::Annotation& annotation, const engine::Recipe& recipe,
                          const std::filesystem::path& root);

}
