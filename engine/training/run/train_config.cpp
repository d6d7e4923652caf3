#include "engine/training/run/train_config.h"

#include "engine/core/error.h"
#include "engine/core/json_text.h"
#include "engine/core/neutral.h"
#include "engine/core/with_source.h"
#include "engine/model_files/media_options.h"
#include "engine/models/fusion/registry.h"
#include "engine/models/networks/network_registry.h"
#include "engine/training/data/listed_listeners.h"
#include "engine/training/run/config_json.h"
#include "engine/training/run/recipe_json.h"

#include <algorithm>
#include <functional>

namespace engine {

namespace {

using nlohmann::json;

EnabledModalities modalitiesFrom(const JsonValue& names)
{
    constexpr const char* expected = "some of text, acoustic, visual";
    EnabledModalities enabled{false, false, false};
    for (const JsonValue& entry : names.items(expected)) {
        const auto found = std::ranges::find_if(
            allModalities, [&](Modality modality) { return entry.json() == name(modality); });
        if (found == allModalities.end())
            entry.refuse("one of text, acoustic, visual");
        bool& isEnabled = enabled[static_cast<std::size_t>(*found)];
        if (isEnabled)
            entry.complain("is " + jsonText(entry.json()) + ", which is named twice");
        isEnabled = true;
    }
    if (std::ranges::none_of(enabled, std::identity()))
        names.refuse(expected);
    return enabled;
}

/// Refuses fields of the commands for many runs.
void refuseSearches(const JsonFields& config)
{
    for (const std::string field : {"search", "random", "seeds", "folds"}) {
        if (config.has(field))
            config.complain("has the field " + field
                            + ", which is for many runs: use the command search, or slurm");
    }
}

/// Each label has a name and a column of its own.
void checkTwice(const JsonValue& list, const char* field)
{
    const json& labels = list.json();
    for (std::size_t i = 0; i < labels.size(); ++i) {
        for (std::size_t before = 0; before < i; ++before) {
            if (labels[i][field] == labels[before][field])
                JsonValue(labels[i][field], list.place().of(i).of(field))
                    .complain("is " + jsonText(labels[i][field]) + ", as that of "
                              + list.place().of(before).path);
        }
    }
}

std::vector<LabelCard> labelsFrom(const JsonValue& list)
{
    std::vector<LabelCard> labels;
    for (const JsonValue& label : list.items()) {
        JsonFields fields = label.fields();
        labels.push_back(labelCardFrom(fields));
        LabelCard& card = labels.back();
        const std::optional<JsonValue> neutral = fields.find("neutral");
        if (!neutral)
            card.neutral = static_cast<float>(neutralOf(card.low, card.high));
        else if (!(card.neutral >= card.low && card.neutral <= card.high))
            neutral->complain("is " + jsonText(neutral->json()) + ", outside the range "
                              + jsonText(label.json()["range"]));
        fields.close();
    }
    for (const char* const field : {"name", "column"})
        checkTwice(list, field);
    return labels;
}

FeatureSource configSource(JsonFields& config)
{
    FeatureSource source;
    const std::optional<JsonValue> data = config.find("data"), dataset = config.find("dataset"),
                                   recipe = config.find("recipe");
    if (data.has_value() == dataset.has_value())
        config.complain("names no source or two, expected either a dataset or a file of data");
    if (data)
        source.data = data->text();
    else
        source.dataset = dataset->text();
    if (recipe)
        source.recipe = segmentRecipeFrom(*recipe);
    return source;
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
    JsonFields fields(object, {"bad_config", source, ""});
    refuseSearches(fields);
    config.input = dataOptionsFrom(fields);
    config.source = configSource(fields);
    const JsonValue model = fields.at("model", "a model's name, or an object with its class");
    const std::string modelName
        = model.fields("a model's name, or an object with its class").at("class", "a model's name").text();
    config.model = model.json();
    config.source.keepsUnlabelled = isOfConversations(modelName);
    config.source.seesListeners = seesListeners(config.model);
    config.name = fields.text("name", modelName);
    json training = json::object();
    if (const auto settings = fields.find("training")) {
        settings->fields();
        training = settings->json();
    }
    config.training = trainingSettingsFromJson(training);
    if (const auto labels = fields.find("labels"))
        config.labels = labelsFrom(*labels);
    if (const auto task = fields.find("task"))
        config.task = taskFromName(task->text());
    if (const auto stages = fields.find("stages"))
        config.stages = stagesFrom(*stages, training);
    if (const auto weights = fields.find("begin_with"))
        config.beginWith = beginWithFrom(*weights);
    const auto& weights = config.training.labelWeights;
    if (!weights.empty() && !config.labels.empty() && weights.size() != config.labels.size())
        throw FormatError("bad_config", source,
                          "training.label_weights: " + std::to_string(weights.size()) + " weights for "
                              + std::to_string(config.labels.size()) + " labels, expected one for each");
    if (const auto modalities = fields.find("modalities"))
        config.modalities = modalitiesFrom(*modalities);
    else if (config.source.recipe.isOfListeners)
        config.modalities = {false, false, true}; // who listens says nothing
    config.trainsAlone = fields.flag("alone", config.source.data.empty() && !isStaged(modelName));
    config.writesResults = fields.flag("results", false);
    config.presenceThreshold = fields.number("presence_threshold", kPresenceThreshold);
    config.tunesThresholds = fields.choice("thresholds", {"half", "tuned"}) == "tuned";
    constexpr std::int64_t mostDecimals = 12;
    config.decimals = static_cast<int>(std::min(fields.whole("decimals", config.decimals, 0), mostDecimals));
    fields.close();
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

RunConfig RunConfig::from(nlohmann::json written, std::string source)
{
    TrainConfig values = trainConfigFromJson(written, source);
    return {std::move(written), std::move(source), std::move(values)};
}

}
