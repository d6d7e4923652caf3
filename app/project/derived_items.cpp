#include "app/project/derived_items.h"

#include "engine/annotation/project/source_files.h"

#include <nlohmann/json.hpp>

namespace app {

namespace {

constexpr auto kModelKind = "model";
constexpr auto kModelName = "current";

}

engine::Item recipeItem(const OpenDataset& dataset)
{
    using nlohmann::json;
    const auto key = [&](Role role) {
        const OpenDataset::Sequence* sequence = dataset.withRole(role);
        return sequence ? json(sequence->key.toStdString()) : json();
    };
    const json recipe{{"words", key(Role::Words)},
                      {"text", key(Role::Text)},
                      {"acoustic", key(Role::Acoustic)},
                      {"visual", key(Role::Visual)},
                      {"labels", key(Role::Labels)},
                      {"collapse", "mean"},
                      {"impute", "zeros"}};
    return {"recipe", "model_input", recipe.dump()};
}

engine::Item modelItem(const QString& name, const std::filesystem::path& path,
                       const std::filesystem::path& project)
{
    const nlohmann::json model{{"name", name.toStdString()},
                               {"path", engine::relativeTo(project.parent_path(), path).string()},
                               {"chosen", true}};
    return {kModelKind, kModelName, model.dump()};
}

std::filesystem::path chosenModel(const engine::Annotation& annotation, const std::filesystem::path& project)
{
    const engine::Item* item = annotation.item(kModelKind, kModelName);
    const nlohmann::json model = item ? nlohmann::json::parse(item->json, nullptr, false) : nlohmann::json();
    const bool isChosen = model.is_object() && model.contains("chosen") && model["chosen"] == true
        && model.contains("path") && model["path"].is_string();
    if (!isChosen)
        return {};
    return (project.parent_path() / model["path"].get<std::string>()).lexically_normal();
}

engine::Item annotatorItem(const QString& name)
{
    return {"annotator", name.toStdString(), "{}"};
}

}
