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
    settleAll(config, "folds", settleSplit);
    if (const auto lists = config.find("search"); lists != config.end())
        settleFields(*lists);
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

/// A field that is there is to be of a kind.
void check(const json& object, const char* name, bool (*is)(const json&), const char* expected,
           const std::string& source)
{
    const auto found = object.find(name);
    if (found != object.end() && !is(*found))
        throw FormatError("bad_config", source,
                          std::string(name) + " is " + found->dump() + ", expected " + expected);
}

/// Every field has its kind; what is wrong with the value of one is said by who reads it.
void checkKinds(const json& config, const std::string& source)
{
    const auto isText = [](const json& value) { return value.is_string(); };
    const auto isObject = [](const json& value) { return value.is_object(); };
    const auto isList = [](const json& value) { return value.is_array(); };
    const auto isNumber = [](const json& value) { return value.is_number(); };
    const auto isCount
        = [](const json& value) { return value.is_number_integer() && value.get<std::int64_t>() >= 0; };
    const auto isPair = [](const json& value) {
        return value.is_array() && value.size() == 2 && value[0].is_number() && value[1].is_number();
    };
    const auto isFlag = [](const json& value) { return value.is_boolean(); };
    for (const char* const name : {"data", "dataset", "name", "task"})
        check(config, name, isText, "a text", source);
    for (const char* const name : {"recipe", "training"})
        check(config, name, isObject, "an object with fields", source);
    for (const char* const name : {"alone", "results"})
        check(config, name, isFlag, "true or false", source);
    for (const char* const name : {"labels", "modalities"})
        check(config, name, isList, "a list", source);
    check(config, "presence_threshold", isNumber, "a number", source);
    check(config, "decimals", isCount, "a whole number from 0", source);
    check(config, "model", isObject, "a model's name, or an object with its class", source);
    if (!config.contains("model"))
        throw FormatError("bad_config", source,
                          "model is missing: a model's name, or an object with its class");
    check(config.at("model"), "class", isText, "a model's name", source);
    for (const json& label : config.value("labels", json::array())) {
        if (!label.is_object())
            throw FormatError("bad_config", source, "labels holds " + label.dump() + ", expected objects");
        check(label, "name", isText, "a text", source);
        check(label, "range", isPair, "[lowest, highest]", source);
        check(label, "column", isCount, "a whole number from 0", source);
        check(label, "neutral", isNumber, "a number", source);
    }
    for (const json& modality : config.value("modalities", json::array())) {
        if (!modality.is_string())
            throw FormatError("bad_config", source,
                              "modalities holds " + modality.dump() + ", expected text, acoustic, visual");
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
    checkKinds(object, source);
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

json readConfig(const std::filesystem::path& path, const std::vector<std::string>& fields)
{
    json config = jsonOf(path);
    if (!config.is_object())
        throw FormatError("bad_config", path.string(), "is no JSON object");
    // the same for every way to write the path: a run is known again by its configuration
    settlePaths(config, std::filesystem::weakly_canonical(std::filesystem::absolute(path).parent_path()));
    setFields(config, fields);
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
        throw FormatError("bad_config", "training", "is " + own->dump() + ", expected an object with fields");
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

TrainConfig trainConfigFromJson(const json& config, const std::string& source)
{
    try {
        return parse(config, source);
    } catch (const json::exception& error) {
        throw FormatError("bad_config", source, error.what());
    } catch (const FormatError& error) { // some know their field only
        if (std::string_view(error.what()).starts_with(source))
            throw;
        throw FormatError(error.code(), source, error.what());
    }
}

TrainConfig readTrainConfig(const std::filesystem::path& path)
{
    return trainConfigFromJson(readConfig(path), path.string());
}

}
