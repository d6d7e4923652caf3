#include "engine/training/train_config.h"

#include "engine/core/error.h"
#include "engine/training/recipe_json.h"

#include <algorithm>
#include <array>
#include <fstream>
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
        enabled[static_cast<std::size_t>(*found)] = true;
    }
    if (std::ranges::none_of(enabled, std::identity()))
        throw FormatError("bad_config", source, "modalities: name at least one of text, acoustic, visual");
    return enabled;
}

void rejectUnknown(const json& object, const std::string& source)
{
    constexpr std::array known{"dataset", "name", "model", "recipe", "labels", "training", "modalities"};
    for (const auto& [key, value] : object.items()) {
        if (std::ranges::find(known, key) == known.end())
            throw FormatError("bad_config", source, "unknown field " + key);
    }
}

TrainConfig parse(const json& object, const std::filesystem::path& path)
{
    rejectUnknown(object, path.string());
    TrainConfig config;
    config.dataset = path.parent_path() / object.at("dataset").get<std::string>();
    config.model = object.at("model");
    config.name = object.value("name", config.model.at("class").get<std::string>());
    if (const auto recipe = object.find("recipe"); recipe != object.end())
        config.recipe = segmentRecipeFromJson(*recipe);
    const json labels = object.value("labels", json::array());
    for (const json& label : labels)
        config.labels.push_back(labelCardFromJson(label));
    if (config.labels.empty())
        config.labels = {{"sentiment", -3.0f, 3.0f, 0}};
    if (const auto training = object.find("training"); training != object.end())
        config.training = trainingSettingsFromJson(*training);
    if (const auto& weights = config.training.labelWeights;
        !weights.empty() && weights.size() != config.labels.size())
        throw FormatError("bad_config", path.string(),
                          "training.label_weights: " + std::to_string(weights.size()) + " weights for "
                              + std::to_string(config.labels.size()) + " labels, expected one for each");
    if (const auto modalities = object.find("modalities"); modalities != object.end())
        config.modalities = modalitiesFromJson(*modalities, path.string());
    return config;
}

}

TrainConfig readTrainConfig(const std::filesystem::path& path)
{
    std::ifstream file(path);
    if (!file)
        throw IoError("file_not_found", path.string(), "cannot be opened");
    try {
        return parse(json::parse(file), path);
    } catch (const json::exception& error) {
        throw FormatError("bad_config", path.string(), error.what());
    }
}

}
