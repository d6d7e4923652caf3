#include "app/project/derived_items.h"

#include "engine/annotation/project/source_files.h"
#include "engine/core/json_text.h"

#include <nlohmann/json.hpp>

namespace app {

namespace {

constexpr auto kModelName = "current";
constexpr auto kComparedName = "compared";

}

engine::Item recipeItem(const OpenDataset& dataset)
{
    using nlohmann::json;
    const auto key = [&](Role role) {
        const OpenDataset::Sequence* sequence = dataset.withRole(role);
        return sequence ? json(sequence->key) : json();
    };
    const json recipe{{"words", key(Role::Words)},
                      {"text", key(Role::Text)},
                      {"acoustic", key(Role::Acoustic)},
                      {"visual", key(Role::Visual)},
                      {"labels", key(Role::Labels)},
                      {"collapse", "mean"},
                      {"impute", "zeros"}};
    return {"recipe", "model_input", engine::jsonText(recipe)};
}

engine::Item modelItem(const QString& name, const std::filesystem::path& path,
                       const std::filesystem::path& project)
{
    const nlohmann::json model{{"name", name.toStdString()},
                               {"path", engine::relativeTo(project.parent_path(), path).string()},
                               {"chosen", true}};
    return {kModelItems, kModelName, engine::jsonText(model)};
}

std::filesystem::path chosenModel(const engine::Annotation& annotation, const std::filesystem::path& project)
{
    const engine::Item* item = annotation.item(kModelItems, kModelName);
    const nlohmann::json model = item ? nlohmann::json::parse(item->json, nullptr, false) : nlohmann::json();
    const bool isChosen = model.is_object() && model.contains("chosen") && model["chosen"] == true
        && model.contains("path") && model["path"].is_string();
    if (!isChosen)
        return {};
    return (project.parent_path() / model["path"].get<std::string>()).lexically_normal();
}

engine::Item comparedModelsItem(const std::vector<std::filesystem::path>& paths,
                                const std::filesystem::path& project)
{
    nlohmann::json noted = nlohmann::json::array();
    for (const std::filesystem::path& path : paths)
        noted.push_back(engine::relativeTo(project.parent_path(), path).string());
    return {kModelItems, kComparedName, engine::jsonText(nlohmann::json{{"paths", noted}})};
}

std::vector<std::filesystem::path> comparedModels(const engine::Annotation& annotation,
                                                  const std::filesystem::path& project)
{
    const engine::Item* item = annotation.item(kModelItems, kComparedName);
    const nlohmann::json noted = item ? nlohmann::json::parse(item->json, nullptr, false) : nlohmann::json();
    std::vector<std::filesystem::path> paths;
    if (!noted.is_object() || !noted.contains("paths") || !noted["paths"].is_array())
        return paths;
    for (const nlohmann::json& path : noted["paths"]) {
        if (path.is_string())
            paths.push_back((project.parent_path() / path.get<std::string>()).lexically_normal());
    }
    return paths;
}

engine::Item annotatorItem(const QString& name)
{
    return {"annotator", name.toStdString(), "{}"};
}

}
