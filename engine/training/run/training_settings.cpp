#include "engine/training/run/training_settings.h"

#include "engine/core/error.h"
#include "engine/models/flat_optimiser.h"

#include <algorithm>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>

namespace engine {

namespace {

using nlohmann::json;

[[noreturn]] void refuseSetting(const std::string& name, const json& value, const std::string& expected)
{
    throw FormatError("bad_config", "training." + name, "is " + value.dump() + ", expected " + expected);
}

std::int64_t countFrom1(const std::string& name, const json& value)
{
    if (!value.is_number_integer() || value.get<std::int64_t>() < 1)
        refuseSetting(name, value, "a whole number from 1");
    return value.get<std::int64_t>();
}

double number(const std::string& name, const json& value, bool mayBeZero)
{
    if (!value.is_number() || value.get<double>() < 0.0 || (value.get<double>() == 0.0 && !mayBeZero))
        refuseSetting(name, value, mayBeZero ? "a number from 0" : "a number above 0");
    return value.get<double>();
}

std::vector<double> weights(const std::string& name, const json& value)
{
    const bool usable
        = value.is_array() && std::ranges::any_of(value, [](const json& weight) { return weight > 0; });
    if (!usable)
        refuseSetting(name, value, "a list of numbers from 0, not all of them 0");
    std::vector<double> result;
    for (const json& weight : value)
        result.push_back(number(name, weight, true));
    return result;
}

/// Weights, one for all, or `balanced`.
void readBalance(const std::string& name, const json& value, std::vector<double>& list, bool& isBalanced)
{
    if (value == "balanced")
        isBalanced = true;
    else
        list = weights(name, value.is_number() ? json::array({value}) : value);
}

std::string choice(const std::string& name, const json& value, const std::vector<std::string>& choices)
{
    if (!value.is_string() || std::ranges::find(choices, value.get<std::string>()) == choices.end())
        refuseSetting(name, value, "one of " + json(choices).dump());
    return value.get<std::string>();
}

std::map<std::string, double> namedRates(const json& value)
{
    if (!value.is_object())
        refuseSetting("rates", value, "an object of names of parameters and their rates");
    std::map<std::string, double> rates;
    for (const auto& [name, rate] : value.items())
        rates.emplace(name, number("rates." + name, rate, true));
    return rates;
}

std::uint64_t seed(const json& value)
{
    if (!value.is_number_integer() || (!value.is_number_unsigned() && value.get<std::int64_t>() < 0))
        refuseSetting("seed", value, "a whole number from 0");
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
                {"seed", settings.seed},
                {"min_delta", settings.minDelta},
                {"validation", settings.validation},
                {"schedule", toJson(settings.schedule)}};
    if (!settings.labelWeights.empty())
        object["label_weights"] = settings.labelWeights;
    if (!settings.loss.empty())
        object["loss"] = settings.loss;
    if (!settings.classWeights.empty() || settings.areClassesBalanced)
        object["class_weights"]
            = settings.areClassesBalanced ? json("balanced") : json(settings.classWeights);
    if (!settings.positiveWeights.empty() || settings.arePositivesBalanced)
        object["pos_weight"]
            = settings.arePositivesBalanced ? json("balanced") : json(settings.positiveWeights);
    if (settings.optimiser != TrainingSettings().optimiser)
        object["optimiser"] = settings.optimiser;
    if (settings.momentum > 0.0)
        object["momentum"] = settings.momentum;
    if (!settings.rates.empty())
        object["rates"] = settings.rates;
    return object;
}

OptimiserSettings optimiserSettings(const TrainingSettings& settings)
{
    OptimiserSettings own{settings.learningRate, settings.factorLearningRate, settings.weightDecay,
                          settings.clipNorm};
    own.kind = settings.optimiser == "adamw" ? OptimiserKind::AdamW
        : settings.optimiser == "sgd"        ? OptimiserKind::Sgd
                                             : OptimiserKind::Adam;
    own.momentum = settings.momentum;
    own.rates = settings.rates;
    return own;
}

TrainingSettings trainingSettingsFromJson(const json& object)
{
    TrainingSettings settings;
    const std::map<std::string, std::function<void(const json&)>> readers{
        {"epochs", [&](const json& value) { settings.epochs = countFrom1("epochs", value); }},
        {"patience", [&](const json& value) { settings.patience = countFrom1("patience", value); }},
        {"batch", [&](const json& value) { settings.batch = countFrom1("batch", value); }},
        {"lr", [&](const json& value) { settings.learningRate = number("lr", value, false); }},
        {"factor_lr",
         [&](const json& value) { settings.factorLearningRate = number("factor_lr", value, false); }},
        {"weight_decay",
         [&](const json& value) { settings.weightDecay = number("weight_decay", value, true); }},
        {"clip", [&](const json& value) { settings.clipNorm = number("clip", value, true); }},
        {"seed", [&](const json& value) { settings.seed = seed(value); }},
        {"label_weights",
         [&](const json& value) { settings.labelWeights = weights("label_weights", value); }},
        {"loss",
         [&](const json& value) {
             settings.loss = choice("loss", value, {"l1", "mse", "huber", "bce", "cross_entropy"});
         }},
        {"class_weights",
         [&](const json& value) {
             readBalance("class_weights", value, settings.classWeights, settings.areClassesBalanced);
         }},
        {"pos_weight",
         [&](const json& value) {
             readBalance("pos_weight", value, settings.positiveWeights, settings.arePositivesBalanced);
         }},
        {"min_delta", [&](const json& value) { settings.minDelta = number("min_delta", value, true); }},
        {"validation",
         [&](const json& value) {
             if (!value.is_string())
                 refuseSetting("validation", value, "loss, acc, f1, or a figure by its name");
             settings.validation = value.get<std::string>();
         }},
        {"optimiser",
         [&](const json& value) {
             settings.optimiser = choice("optimiser", value, {"adam", "adamw", "sgd"});
         }},
        {"momentum", [&](const json& value) { settings.momentum = number("momentum", value, true); }},
        {"rates", [&](const json& value) { settings.rates = namedRates(value); }},
        {"schedule", [&](const json& value) { settings.schedule = rateScheduleFromJson(value); }},
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
