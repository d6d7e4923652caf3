#include "engine/training/run/stage_settings.h"

#include "engine/core/error.h"
#include "engine/training/run/recipe_json.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace engine {

namespace {

using nlohmann::json;

[[noreturn]] void refuseStage(const std::string& field, const json& value, const std::string& expected)
{
    throw FormatError("bad_config", "stages", field + " is " + value.dump() + ", expected " + expected);
}

std::string textIn(const std::string& field, const json& value)
{
    if (!value.is_string())
        refuseStage(field, value, "a text");
    return value.get<std::string>();
}

void rejectUnknownFields(const json& stage)
{
    constexpr std::array known{"stage", "training", "data", "dataset", "recipe", "learns", "begin_with"};
    for (const auto& [name, value] : stage.items()) {
        if (std::ranges::find(known, name) == known.end())
            throw FormatError("bad_config", "stages", "unknown field " + name);
    }
}

std::optional<FeatureSource> sourceFrom(const json& stage)
{
    if (!stage.contains("data") && !stage.contains("dataset")) {
        if (stage.contains("recipe"))
            throw FormatError("bad_config", "stages", "a recipe belongs to a dataset");
        return std::nullopt;
    }
    if (stage.contains("data") && stage.contains("dataset"))
        throw FormatError("bad_config", "stages", "name either a dataset or a file of data");
    FeatureSource source;
    if (stage.contains("data"))
        source.data = textIn("data", stage.at("data"));
    else
        source.dataset = textIn("dataset", stage.at("dataset"));
    if (const auto recipe = stage.find("recipe"); recipe != stage.end())
        source.recipe = segmentRecipeFromJson(*recipe);
    return source;
}

StageSettings stageFrom(const json& stage, const json& training)
{
    StageSettings settings;
    if (stage.is_string()) {
        settings.name = stage.get<std::string>();
        settings.training = trainingSettingsFromJson(training);
        return settings;
    }
    if (!stage.is_object() || !stage.contains("stage"))
        refuseStage("one", stage, "a name, or an object with the field stage");
    rejectUnknownFields(stage);
    settings.name = textIn("stage", stage.at("stage"));
    const json own = stage.value("training", json::object());
    if (!own.is_object())
        refuseStage("training", own, "an object with fields");
    json merged = training;
    merged.update(own);
    settings.training = trainingSettingsFromJson(merged);
    settings.source = sourceFrom(stage);
    const json learns = stage.value("learns", json::array());
    if (!learns.is_array())
        refuseStage("learns", learns, "a list of beginnings of parameters' names");
    for (const json& beginning : learns)
        settings.learns.push_back(textIn("learns", beginning));
    if (const auto weights = stage.find("begin_with"); weights != stage.end())
        settings.beginWith = beginWithFromJson(*weights);
    return settings;
}

}

std::vector<StageSettings> stagesFromJson(const json& stages, const json& training)
{
    if (!stages.is_array() || stages.empty())
        refuseStage("it", stages, "a list of stages");
    std::vector<StageSettings> all;
    for (const json& stage : stages)
        all.push_back(stageFrom(stage, training));
    return all;
}

BeginWith beginWithFromJson(const json& object)
{
    const auto refuse = [](const json& value, const char* expected) {
        throw FormatError("bad_config", "begin_with", "is " + value.dump() + ", expected " + expected);
    };
    if (object.is_string())
        return {object.get<std::string>()};
    constexpr const char* expected = "a file, or an object with file and map";
    if (!object.is_object() || !object.contains("file") || !object.at("file").is_string())
        refuse(object, expected);
    BeginWith weights{object.at("file").get<std::string>()};
    for (const auto& [field, value] : object.items()) {
        if (field == "file")
            continue;
        if (field != "map" || !value.is_object())
            refuse(object, expected);
        for (const auto& [theirs, ours] : value.items()) {
            if (!ours.is_string())
                refuse(ours, "the beginning of a parameter's name");
            weights.names.emplace(theirs, ours.get<std::string>());
        }
    }
    return weights;
}

}
