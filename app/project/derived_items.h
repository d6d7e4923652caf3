#pragma once

#include "app/dataset/dataset_loader.h"
#include "engine/annotation/annotation.h"
#include "engine/annotation/change.h"

/// Items that the window writes for its own use; nobody edits them.
namespace app {

inline constexpr auto kModelItems = "model"; ///< the model that was chosen, and those compared with it

/// Which sequences become the model's input, and how: what `polylogue-cli run` would be given to make the
/// same.
engine::Item recipeItem(const OpenDataset& dataset);

/// The model that a person chose, which is opened with the project.
/// @param path  of its weights, noted relative to the project
engine::Item modelItem(const QString& name, const std::filesystem::path& path,
                       const std::filesystem::path& project);

/// The model that a person chose for this project; empty: none.
std::filesystem::path chosenModel(const engine::Annotation& annotation, const std::filesystem::path& project);

/// The models with which a person compares it. @param paths  of their weights, noted as that of modelItem()
engine::Item comparedModelsItem(const std::vector<std::filesystem::path>& paths,
                                const std::filesystem::path& project);
/// In their order; none: no other.
std::vector<std::filesystem::path> comparedModels(const engine::Annotation& annotation,
                                                  const std::filesystem::path& project);

/// An annotator who gave values.
engine::Item annotatorItem(const QString& name);

}
