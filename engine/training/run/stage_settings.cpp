#include "engine/training/run/stage_settings.h"

#include "engine/training/run/recipe_json.h"

namespace engine {

namespace {

using nlohmann::json;

std::optional<FeatureSource> stageSource(JsonFields& stage)
{
    const std::optional<JsonValue> data = stage.find("data"), dataset = stage.find("dataset"),
                                   recipe = stage.find("recipe");
    if (data && dataset)
        stage.complain("names a file of data and a dataset, expected one of both");
    if (recipe && !data && !dataset)
        stage.complain("has a recipe, which belongs to a dataset");
    if (!data && !dataset)
        return std::nullopt;
    FeatureSource source;
    if (data)
        source.data = data->text();
    else
        source.dataset = dataset->text();
    if (recipe)
        source.recipe = segmentRecipeFrom(*recipe);
    return source;
}

StageSettings stageFrom(const JsonValue& value, const json& training)
{
    StageSettings settings;
    if (value.json().is_string()) {
        settings.name = value.text();
        settings.training = trainingSettingsFromJson(training);
        return settings;
    }
    JsonFields stage = value.fields("a name, or an object with the field stage");
    settings.name = stage.text("stage");
    json merged = training;
    if (const auto own = stage.find("training")) {
        own->fields();
        merged.update(own->json());
    }
    settings.training = trainingSettingsFromJson(merged);
    settings.source = stageSource(stage);
    settings.learns = stage.texts("learns");
    if (const auto weights = stage.find("begin_with"))
        settings.beginWith = beginWithFrom(*weights);
    stage.close();
    return settings;
}

}

std::vector<StageSettings> stagesFrom(const JsonValue& stages, const json& training)
{
    std::vector<StageSettings> all;
    for (const JsonValue& stage : stages.items("a list of stages"))
        all.push_back(stageFrom(stage, training));
    if (all.empty())
        stages.refuse("a list of stages");
    return all;
}

BeginWith beginWithFrom(const JsonValue& value)
{
    if (value.json().is_string())
        return {value.text()};
    JsonFields fields = value.fields("a file, or an object with file and map");
    BeginWith weights{fields.text("file")};
    if (const auto map = fields.find("map")) {
        JsonFields names = map->fields();
        for (const auto& [theirs, ours] : map->json().items())
            weights.names.emplace(theirs, names.text(theirs));
    }
    fields.close();
    return weights;
}

}
