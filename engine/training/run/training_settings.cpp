#include "engine/training/run/training_settings.h"

#include "engine/core/json_fields.h"
#include "engine/models/flat_optimiser.h"

#include <algorithm>

namespace engine {

namespace {

using nlohmann::json;

std::vector<double> weightsFrom(const JsonValue& value)
{
    constexpr const char* expected = "a list of numbers from 0, not all of them 0";
    std::vector<double> weights;
    for (const JsonValue& weight : value.items(expected))
        weights.push_back(weight.number(0.0));
    if (std::ranges::none_of(weights, [](double weight) { return weight > 0.0; }))
        value.refuse(expected);
    return weights;
}

/// Weights, one for all, or `balanced`.
void readBalance(JsonFields& fields, const std::string& name, std::vector<double>& list, bool& isBalanced)
{
    const std::optional<JsonValue> value = fields.find(name);
    if (!value)
        return;
    isBalanced = value->json() == "balanced";
    if (value->json().is_number())
        list = {value->positive()};
    else if (!isBalanced)
        list = weightsFrom(*value);
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
    JsonFields fields(object, {"bad_config", "", "training"});
    settings.epochs = fields.whole("epochs", settings.epochs, 1);
    settings.patience = fields.whole("patience", settings.patience, 1);
    settings.batch = fields.whole("batch", settings.batch, 1);
    settings.learningRate = fields.positive("lr", settings.learningRate);
    settings.factorLearningRate = fields.positive("factor_lr", settings.learningRate);
    settings.weightDecay = fields.number("weight_decay", settings.weightDecay, 0.0);
    settings.clipNorm = fields.number("clip", settings.clipNorm, 0.0);
    if (const auto seed = fields.find("seed"))
        settings.seed = seed->count();
    if (const auto weights = fields.find("label_weights"))
        settings.labelWeights = weightsFrom(*weights);
    if (const auto loss = fields.find("loss"))
        settings.loss
            = loss->choice({"l1", "mse", "huber", "bce", "cross_entropy", "l1_turns", "cross_entropy_turns",
                            "l1_turns_hierarchical", "cross_entropy_turns_hierarchical"});
    readBalance(fields, "class_weights", settings.classWeights, settings.areClassesBalanced);
    readBalance(fields, "pos_weight", settings.positiveWeights, settings.arePositivesBalanced);
    settings.minDelta = fields.number("min_delta", settings.minDelta, 0.0);
    settings.validation = fields.text("validation", settings.validation);
    settings.optimiser = fields.choice("optimiser", {"adam", "adamw", "sgd"});
    settings.momentum = fields.number("momentum", settings.momentum, 0.0);
    if (const auto rates = fields.find("rates")) {
        JsonFields named = rates->fields("an object of names of parameters and their rates");
        for (const auto& [name, rate] : rates->json().items())
            settings.rates.emplace(name, named.number(name, 0.0, 0.0));
    }
    if (const auto schedule = fields.find("schedule"))
        settings.schedule = rateScheduleFrom(*schedule);
    fields.close();
    return settings;
}

}
