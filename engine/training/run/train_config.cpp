#include "engine/training/run/train_config.h"

#include "engine/core/error.h"
#include "engine/core/with_source.h"
#include "engine/models/fusion/registry.h"
#include "engine/models/networks/network_registry.h"
#include "engine/training/media/media_options.h"
#include "engine/training/run/config_json.h"
#include "engine/training/run/recipe_json.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

namespace engine {

namespace {

using nlohmann::json;

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
        bool& isEnabled = enabled[static_cast<std::size_t>(*found)];
        if (isEnabled)
            throw FormatError("bad_config", source, "modalities: names " + entry.dump() + " twice");
        isEnabled = true;
    }
    if (std::ranges::none_of(enabled, std::identity()))
        throw FormatError("bad_config", source, "modalities: name at least one of text, acoustic, visual");
    return enabled;
}

void rejectUnknown(const json& object, const std::string& source)
{
    constexpr std::array known{"data",     "dataset", "name",       "model",
                               "recipe",   "labels",  "training",   "modalities",
                               "task",     "alone",   "results",    "presence_threshold",
                               "decimals", "stages",  "begin_with", "thresholds"};
    constexpr std::array ofSearches{"search", "random", "seeds", "folds"};
    for (const auto& [key, value] : object.items()) {
        if (std::ranges::find(ofSearches, key) != ofSearches.end())
            throw FormatError("bad_config", source,
                              key + " is for many runs: use the command search, or slurm");
        if (std::ranges::find(known, key) == known.end())
            throw FormatError("bad_config", source, "unknown field " + key);
    }
}

/// A field that is there is to be of a kind. @param before  of its name, in messages: `model.`
void check(const json& object, const char* name, bool (*is)(const json&), const char* expected,
           const std::string& source, const std::string& before = {})
{
    const auto found = object.find(name);
    if (found != object.end() && !is(*found))
        throw FormatError("bad_config", source,
                          before + name + " is " + found->dump() + ", expected " + expected);
}

/// A field that is to be there, and of a kind.
void require(const json& object, const char* name, bool (*is)(const json&), const char* expected,
             const std::string& source, const std::string& before)
{
    if (!object.contains(name))
        throw FormatError("bad_config", source, before + name + " is missing, expected " + expected);
    check(object, name, is, expected, source, before);
}

bool isText(const json& value)
{
    return value.is_string();
}

bool isNumber(const json& value)
{
    return value.is_number();
}

bool isCount(const json& value)
{
    return value.is_number_integer() && value.get<std::int64_t>() >= 0;
}

bool isScale(const json& value)
{
    return value.is_array() && value.size() == 2 && value[0].is_number() && value[1].is_number()
        && std::isfinite(value[0].get<float>()) && std::isfinite(value[1].get<float>())
        && value[0].get<float>() < value[1].get<float>();
}

void checkLabel(const json& label, const std::string& place, const std::string& source)
{
    constexpr std::array known{"name", "range", "column", "neutral"};
    for (const auto& [key, value] : label.items()) {
        if (std::ranges::find(known, key) == known.end())
            throw FormatError("bad_config", source, "unknown field " + place + "." + key);
    }
    require(label, "name", isText, "a text", source, place + ".");
    require(label, "range", isScale, "[lowest, highest]", source, place + ".");
    require(label, "column", isCount, "a whole number from 0", source, place + ".");
    check(label, "neutral", isNumber, "a number", source, place + ".");
    const LabelCard card = labelCardFromJson(label);
    if (label.contains("neutral") && !(card.neutral >= card.low && card.neutral <= card.high))
        throw FormatError("bad_config", source,
                          place + ".neutral is " + label["neutral"].dump() + ", outside the range "
                              + label["range"].dump());
}

/// Each label has a name and a column of its own.
void checkTwice(const json& labels, const char* field, const std::string& source)
{
    for (std::size_t i = 0; i < labels.size(); ++i) {
        for (std::size_t before = 0; before < i; ++before) {
            if (labels[i][field] == labels[before][field])
                throw FormatError("bad_config", source,
                                  "labels[" + std::to_string(i) + "]." + field + " is "
                                      + labels[i][field].dump() + ", as that of labels["
                                      + std::to_string(before) + "]");
        }
    }
}

void checkLabels(const json& labels, const std::string& source)
{
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const std::string place = "labels[" + std::to_string(i) + "]";
        if (!labels[i].is_object())
            throw FormatError("bad_config", source,
                              place + " is " + labels[i].dump() + ", expected an object");
        checkLabel(labels[i], place, source);
    }
    for (const char* const field : {"name", "column"})
        checkTwice(labels, field, source);
}

/// Every field has its kind; what is wrong with the value of one is said by who reads it.
void checkKinds(const json& config, const std::string& source)
{
    const auto isObject = [](const json& value) { return value.is_object(); };
    const auto isList = [](const json& value) { return value.is_array(); };
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
    require(config.at("model"), "class", isText, "a model's name", source, "model.");
    checkLabels(config.value("labels", json::array()), source);
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
    if (const auto task = object.find("task"); task != object.end())
        config.task = taskFromName(task->get<std::string>());
}

void readModel(const json& object, TrainConfig& config)
{
    config.model = object.at("model");
    config.name = object.value("name", config.model.at("class").get<std::string>());
    config.training = trainingSettingsFromJson(object.value("training", json::object()));
}

/// What a network of raw clips sees and hears follows from its sizes.
void settlePatches(json& object)
{
    const json model = object.value("model", json());
    if (!seesRawClips(model))
        return;
    json media = object.value("media", json::object());
    if (!media.is_object())
        return; // refused later
    media["side"] = model.value("side", json(MediaOptions().side));
    const MediaOptions::Patches usual;
    media["patches"] = {{"frames", model.value("frames", json(usual.frames))},
                        {"bands", model.value("bands", json(usual.bands))},
                        {"columns", model.value("columns", json(usual.columns))}};
    object["media"] = media;
}

TrainConfig parse(json object, const std::string& source)
{
    TrainConfig config;
    fillModel(object);
    settlePatches(object);
    config.input = takeDataOptions(object);
    rejectUnknown(object, source);
    checkKinds(object, source);
    readSource(object, config, source);
    readModel(object, config);
    readLabels(object, config);
    if (const auto stages = object.find("stages"); stages != object.end())
        config.stages = stagesFromJson(*stages, object.value("training", json::object()));
    if (const auto weights = object.find("begin_with"); weights != object.end())
        config.beginWith = beginWithFromJson(*weights);
    const auto& weights = config.training.labelWeights;
    if (!weights.empty() && !config.labels.empty() && weights.size() != config.labels.size())
        throw FormatError("bad_config", source,
                          "training.label_weights: " + std::to_string(weights.size()) + " weights for "
                              + std::to_string(config.labels.size()) + " labels, expected one for each");
    if (const auto modalities = object.find("modalities"); modalities != object.end())
        config.modalities = modalitiesFromJson(*modalities, source);
    config.trainsAlone = object.value(
        "alone", config.source.data.empty() && !isStaged(config.model.at("class").get<std::string>()));
    config.writesResults = object.value("results", false);
    config.presenceThreshold = object.value("presence_threshold", kPresenceThreshold);
    if (const json thresholds = object.value("thresholds", json("half")); thresholds == "tuned")
        config.tunesThresholds = true;
    else if (thresholds != "half")
        throw FormatError("bad_config", source,
                          "thresholds is " + thresholds.dump() + ", expected half or tuned");
    config.decimals = std::clamp(object.value("decimals", config.decimals), 0, 12);
    return config;
}

}

TrainConfig trainConfigFromJson(const json& config, const std::string& source)
{
    try {
        return withSource(source, [&] { return parse(config, source); });
    } catch (const json::exception& error) {
        throw FormatError("bad_config", source, error.what());
    }
}

TrainConfig readTrainConfig(const std::filesystem::path& path)
{
    return trainConfigFromJson(readConfig(path), path.string());
}

}
