#include "engine/training/training_settings.h"

#include "engine/core/error.h"

#include <algorithm>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>

namespace engine {

namespace {

using nlohmann::json;

[[noreturn]] void refuse(const std::string& name, const json& value, const std::string& expected)
{
    throw FormatError("bad_config", "training." + name, "is " + value.dump() + ", expected " + expected);
}

std::int64_t count(const std::string& name, const json& value)
{
    if (!value.is_number_integer() || value.get<std::int64_t>() < 1)
        refuse(name, value, "a whole number from 1");
    return value.get<std::int64_t>();
}

double number(const std::string& name, const json& value, bool mayBeZero)
{
    if (!value.is_number() || value.get<double>() < 0.0 || (value.get<double>() == 0.0 && !mayBeZero))
        refuse(name, value, mayBeZero ? "a number from 0" : "a number above 0");
    return value.get<double>();
}

std::vector<double> weights(const json& value)
{
    const bool usable
        = value.is_array() && std::ranges::any_of(value, [](const json& weight) { return weight > 0; });
    if (!usable)
        refuse("label_weights", value, "a list of numbers from 0, not all of them 0");
    std::vector<double> result;
    for (const json& weight : value)
        result.push_back(number("label_weights", weight, true));
    return result;
}

std::uint64_t seed(const json& value)
{
    if (!value.is_number_unsigned())
        refuse("seed", value, "a whole number from 0");
    return value.get<std::uint64_t>();
}

}

json toJson(const TrainingSettings& settings)
{
    json object{{"epochs", settings.epochs},
                {"patience", settings.patience},
                {"batch", settings.batch},
                {"lr", settings.learningRate},
                {"factor_lr", settings.factorLearningRate},
                {"weight_decay", settings.weightDecay},
                {"clip", settings.clipNorm},
                {"seed", settings.seed}};
    if (!settings.labelWeights.empty())
        object["label_weights"] = settings.labelWeights;
    return object;
}

TrainingSettings trainingSettingsFromJson(const json& object)
{
    TrainingSettings settings;
    const std::map<std::string, std::function<void(const json&)>> readers{
        {"epochs", [&](const json& value) { settings.epochs = count("epochs", value); }},
        {"patience", [&](const json& value) { settings.patience = count("patience", value); }},
        {"batch", [&](const json& value) { settings.batch = count("batch", value); }},
        {"lr", [&](const json& value) { settings.learningRate = number("lr", value, false); }},
        {"factor_lr",
         [&](const json& value) { settings.factorLearningRate = number("factor_lr", value, false); }},
        {"weight_decay",
         [&](const json& value) { settings.weightDecay = number("weight_decay", value, true); }},
        {"clip", [&](const json& value) { settings.clipNorm = number("clip", value, false); }},
        {"seed", [&](const json& value) { settings.seed = seed(value); }},
        {"label_weights", [&](const json& value) { settings.labelWeights = weights(value); }},
    };
    for (const auto& [name, value] : object.items()) {
        const auto reader = readers.find(name);
        if (reader == readers.end())
            throw FormatError("bad_config", "training." + name, "is no setting of the trainer");
        reader->second(value);
    }
    if (!object.contains("factor_lr"))
        settings.factorLearningRate = settings.learningRate;
    return settings;
}

}
