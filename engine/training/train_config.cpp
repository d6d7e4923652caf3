#include "engine/training/train_config.h"

#include "engine/core/error.h"
#include "engine/models/registry.h"
#include "engine/training/recipe_json.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <functional>

namespace engine {

namespace {

using nlohmann::json;

json jsonOf(const std::filesystem::path& path)
{
    std::ifstream file(path);
    if (!file)
        throw IoError("file_not_found", path.string(), "cannot be opened");
    try {
        return json::parse(file);
    } catch (const json::exception& error) {
        throw FormatError("bad_config", path.string(), error.what());
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

EnabledModalities modalitiesFromJson(const json& names, const std::string& source)
{
    EnabledModalities enabled{false, false, false};
    for (const json& entry : names) {
        const auto found = std::ranges::find_if(allModalities, [&entry](Modality modality) {
            return name(modality) == entry.get<std::string>();
        });
        if (found == allModalities.end())
            throw FormatError("bad_config", source,
                              "modalities: " + entry.dump() + " is not one of text, acoustic, visual");
        enabled[static_cast<std::size_t>(*found)] = true;
    }
    if (std::ranges::none_of(enabled, std::identity()))
        throw FormatError("bad_config", source, "modalities: name at least one of text, acoustic, visual");
    return enabled;
}

void rejectUnknown(const json& object, const std::string& source)
{
    constexpr std::array known{"data",     "dataset",    "name", "model", "recipe",  "labels",
                               "training", "modalities", "task", "alone", "results", "presence_threshold",
                               "decimals"};
    constexpr std::array ofSearches{"search", "random", "seeds", "folds"};
    for (const auto& [key, value] : object.items()) {
        if (std::ranges::find(ofSearches, key) != ofSearches.end())
            throw FormatError("bad_config", source,
                              key + " is for many runs: use the command search, or slurm");
        if (std::ranges::find(known, key) == known.end())
            throw FormatError("bad_config", source, "unknown field " + key);
    }
}

void readSource(const json& object, TrainConfig& config, const std::string& source)
{
    if (object.contains("data") == object.contains("dataset"))
        throw FormatError("bad_config", source, "name either a dataset or a file of data");
    if (object.contains("data"))
        config.source.data = object.at("data").get<std::string>();
    else
        config.source.dataset = object.at("dataset").get<std::string>();
    if (const auto recipe = object.find("recipe"); recipe != object.end())
        config.source.recipe = segmentRecipeFromJson(*recipe);
}

void readLabels(const json& object, TrainConfig& config)
{
    const json labels = object.value("labels", json::array());
    for (const json& label : labels) {
        config.labels.push_back(labelCardFromJson(label));
        LabelCard& card = config.labels.back();
        if (!label.contains("neutral"))
            card.neutral = neutralOf(card.low, card.high);
    }
    if (config.labels.empty() && config.source.data.empty())
        config.labels = {{"sentiment", -3.0f, 3.0f, 0}};
    if (const auto task = object.find("task"); task != object.end())
        config.task = taskFromName(task->get<std::string>());
}

/// A class's name alone stands for its defaults; what the configuration says itself goes before them.
void fillModel(json& object)
{
    const auto model = object.find("model");
    if (model == object.end() || !model->is_string())
        return;
    const json defaults = modelDefaults(modelClass(model->get<std::string>()));
    json training = defaults.at("training");
    training.update(object.value("training", json::object()));
    object["model"] = defaults.at("model");
    object["training"] = training;
}

void readModel(const json& object, TrainConfig& config)
{
    config.model = object.at("model");
    config.name = object.value("name", config.model.at("class").get<std::string>());
    config.training = trainingSettingsFromJson(object.value("training", json::object()));
}

TrainConfig parse(json object, const std::string& source)
{
    TrainConfig config;
    fillModel(object);
    config.input = takeDataOptions(object);
    rejectUnknown(object, source);
    readSource(object, config, source);
    readModel(object, config);
    readLabels(object, config);
    const auto& weights = config.training.labelWeights;
    if (!weights.empty() && !config.labels.empty() && weights.size() != config.labels.size())
        throw FormatError("bad_config", source,
                          "training.label_weights: " + std::to_string(weights.size()) + " weights for "
                              + std::to_string(config.labels.size()) + " labels, expected one for each");
    if (const auto modalities = object.find("modalities"); modalities != object.end())
        config.modalities = modalitiesFromJson(*modalities, source);
    config.trainsAlone = object.value("alone", config.source.data.empty());
    config.writesResults = object.value("results", false);
    config.presenceThreshold = object.value("presence_threshold", kPresenceThreshold);
    config.decimals = std::clamp(object.value("decimals", config.decimals), 0, 12);
    return config;
}

}

json readConfig(const std::filesystem::path& path)
{
    json object = jsonOf(path);
    if (!object.is_object())
        throw FormatError("bad_config", path.string(), "is no JSON object");
    const std::filesystem::path folder = path.parent_path();
    for (const char* const name : {"data", "dataset"}) {
        if (const auto found = object.find(name); found != object.end() && found->is_string())
            *found = (folder / found->get<std::string>()).string();
    }
    if (const auto split = object.find("split"); split != object.end() && split->is_string())
        *split = splitOf(split->get<std::string>(), folder);
    fillModel(object);
    return object;
}

json publishedConfig(const std::string& model, const std::filesystem::path& data)
{
    const json defaults = modelDefaults(modelClass(model));
    return {{"data", data.string()}, {"model", defaults.at("model")}, {"training", defaults.at("training")}};
}

void setField(json& config, const std::string& path, const json& value)
{
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

void setField(json& config, const std::string& assignment)
{
    const std::size_t equals = assignment.find('=');
    if (equals == std::string::npos || equals == 0)
        throw FormatError("bad_config", assignment,
                          "sets nothing; expected field=value, such as training.lr=1e-3");
    const std::string value = assignment.substr(equals + 1);
    const json parsed = json::parse(value, nullptr, /*allow_exceptions=*/false);
    setField(config, assignment.substr(0, equals), parsed.is_discarded() ? json(value) : parsed);
}

TrainConfig trainConfigFromJson(const json& config, const std::string& source)
{
    try {
        return parse(config, source);
    } catch (const json::exception& error) {
        throw FormatError("bad_config", source, error.what());
    }
}

TrainConfig readTrainConfig(const std::filesystem::path& path)
{
    return trainConfigFromJson(readConfig(path), path.string());
}

}
