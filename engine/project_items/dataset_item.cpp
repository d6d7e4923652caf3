#include "engine/project_items/dataset_item.h"

#include "engine/core/json_text.h"

#include <nlohmann/json.hpp>

namespace engine {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr auto kDatasetKind = "dataset";
constexpr auto kDatasetName = "source";

/// The first of these that is there, else `last`: the relative place, the noted one, beside the project,
/// where a project and its data lie that were sent to another machine.
fs::path presentPlace(const fs::path& here, const fs::path& last, const fs::path& folder)
{
    const fs::path name = here.has_filename() ? here.filename() : here.parent_path().filename();
    for (const fs::path& place : {here, last, folder / name}) {
        if (fs::exists(place))
            return place;
    }
    return last;
}

}

Item datasetItem(const std::vector<fs::path>& paths, const fs::path& project)
{
    json relative = json::array();
    json last = json::array();
    for (const fs::path& path : paths) {
        const fs::path whole = fs::absolute(path).lexically_normal();
        const fs::path from = whole.lexically_relative(fs::absolute(project).parent_path());
        relative.push_back(jsonPath(from.empty() ? whole : from));
        last.push_back(jsonPath(whole));
    }
    return {kDatasetKind, kDatasetName, jsonText(json{{"paths", relative}, {"last", last}})};
}

Item datasetItemBeside(const std::vector<std::string>& names)
{
    return {kDatasetKind, kDatasetName, jsonText(json{{"paths", names}, {"last", names}})};
}

std::vector<fs::path> datasetPaths(const Annotation& annotation, const fs::path& project)
{
    const Item* item = annotation.item(kDatasetKind, kDatasetName);
    if (!item)
        return {};
    const json value = json::parse(item->json, nullptr, false);
    if (!value.is_object() || !value.contains("paths") || !value["paths"].is_array())
        return {};
    const json last = value.value("last", json::array());
    const fs::path folder = fs::absolute(project).parent_path();
    std::vector<fs::path> paths;
    for (std::size_t i = 0; i < value["paths"].size(); ++i) {
        if (!value["paths"][i].is_string())
            return {};
        const fs::path here = (folder / value["paths"][i].get<std::string>()).lexically_normal();
        const bool hasLast = i < last.size() && last[i].is_string();
        paths.push_back(presentPlace(here, hasLast ? fs::path(last[i].get<std::string>()) : here, folder));
    }
    return paths;
}

}
