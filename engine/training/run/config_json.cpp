#include "engine/training/run/config_json.h"

#include "engine/core/error.h"
#include "engine/core/json_text.h"
#include "engine/core/with_source.h"
#include "engine/models/fusion/registry.h"

#include <algorithm>
#include <fstream>

namespace engine {

using nlohmann::json;

namespace {

json jsonOf(const std::filesystem::path& path)
{
    std::ifstream file(path);
    if (!file)
        throw IoError("file_not_found", path.string(), "cannot be opened");
    try {
        return json::parse(file);
    } catch (const json::parse_error& error) {
        throw FormatError("bad_config", path.string(),
                          "is no JSON: it is damaged at byte " + std::to_string(error.byte));
    } catch (const json::exception&) {
        throw FormatError("bad_config", path.string(), "has a number that is too large");
    }
}

/// `standard_folds.json#CMU_MOSI`: an object of a file.
json splitOf(const std::string& text, const std::filesystem::path& folder)
{
    const std::size_t mark = text.rfind('#');
    json split = jsonOf(folder / text.substr(0, mark));
    if (mark == std::string::npos)
        return split;
    const auto found = split.find(text.substr(mark + 1));
    if (found == split.end())
        throw FormatError("bad_config", "split",
                          "there is no " + text.substr(mark + 1) + " in " + text.substr(0, mark));
    return *found;
}

/// Puts the folder before paths that have none, and what is in a file of its own into its place.
void settlePaths(json& config, const std::filesystem::path& folder)
{
    const auto settlePath = [&](json& value) {
        if (value.is_string())
            value = (folder / value.get<std::string>()).string();
    };
    const auto settleSplit = [&](json& value) {
        if (value.is_string())
            value = splitOf(value.get<std::string>(), folder);
    };
    const auto settleAll = [](json& object, const char* name, const auto& settle) {
        if (!object.is_object() || !object.contains(name))
            return;
        if (json& value = object[name]; value.is_array())
            std::ranges::for_each(value, settle);
        else
            settle(value);
    };
    const auto settleFields = [&](json& object) {
        for (const char* const name : {"data", "dataset"})
            settleAll(object, name, settlePath);
        settleAll(object, "split", settleSplit);
    };
    settleFields(config);
    const auto settleWeights = [&](json& object) {
        const auto weights = object.find("begin_with");
        if (weights == object.end())
            return;
        settlePath(weights->is_object() && weights->contains("file") ? (*weights)["file"] : *weights);
    };
    settleWeights(config);
    if (const auto model = config.find("model"); model != config.end() && model->is_object()) {
        if (const auto text = model->find("text"); text != model->end())
            settleAll(*text, "pieces", settlePath);
    }
    if (const auto stages = config.find("stages"); stages != config.end() && stages->is_array()) {
        for (json& stage : *stages) {
            settleFields(stage);
            if (stage.is_object())
                settleWeights(stage);
        }
    }
    settleAll(config, "folds", settleSplit);
    if (const auto lists = config.find("search"); lists != config.end())
        settleFields(*lists);
}

}

json readConfig(const std::filesystem::path& path, const std::vector<std::string>& fields)
{
    json config = jsonOf(path);
    if (!config.is_object())
        throw FormatError("bad_config", path.string(), "is no JSON object");
    // the same for every way to write the path: a run is known again by its configuration
    settlePaths(config, std::filesystem::weakly_canonical(std::filesystem::absolute(path).parent_path()));
    withSource(path.string(), [&] { setFields(config, fields); });
    settlePaths(config, std::filesystem::current_path());
    return config;
}

json publishedConfig(const std::string& model, const std::filesystem::path& data,
                     const std::vector<std::string>& fields)
{
    json config{{"data", data.string()}, {"model", model}};
    setFields(config, fields);
    settlePaths(config, std::filesystem::current_path());
    fillModel(config);
    return config;
}

void fillModel(json& config)
{
    const auto model = config.find("model");
    if (model == config.end() || !model->is_string())
        return;
    const json defaults = modelDefaults(modelClass(model->get<std::string>()));
    json training = defaults.at("training");
    if (const auto own = config.find("training"); own != config.end() && own->is_object())
        training.update(*own);
    else if (own != config.end())
        throw FormatError("bad_config", "training",
                          "is " + jsonText(*own) + ", expected an object with fields");
    config["model"] = defaults.at("model");
    config["training"] = training;
}

void setField(json& config, const std::string& path, const json& value)
{
    if (path.starts_with("model."))
        fillModel(config);
    json* place = &config;
    for (std::size_t first = 0; first <= path.size();) {
        const std::size_t dot = std::min(path.find('.', first), path.size());
        if (!place->is_object() && !place->is_null())
            throw FormatError("bad_config", path, "goes into something that has no fields");
        place = &(*place)[path.substr(first, dot - first)];
        first = dot + 1;
    }
    *place = value;
}

void setFields(json& config, std::vector<std::string> assignments)
{
    std::ranges::stable_partition(
        assignments, [](const std::string& assignment) { return assignment.starts_with("model="); });
    for (const std::string& assignment : assignments) {
        const std::size_t equals = assignment.find('=');
        if (equals == std::string::npos || equals == 0)
            throw FormatError("bad_config", assignment,
                              "sets nothing; expected field=value, such as training.lr=1e-3");
        const std::string value = assignment.substr(equals + 1);
        const json parsed = json::parse(value, nullptr, /*allow_exceptions=*/false);
        setField(config, assignment.substr(0, equals), parsed.is_discarded() ? json(value) : parsed);
    }
}

}
