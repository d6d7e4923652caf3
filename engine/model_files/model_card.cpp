#include "engine/model_files/model_card.h"

#include "engine/core/error.h"

#include <cmath>

namespace engine {

namespace {

using nlohmann::json;

FeatureScale scaleFromJson(const json& object)
{
    FeatureScale scale;
    object.at("mean").get_to(scale.mean);
    object.at("deviation").get_to(scale.deviation);
    scale.clip = object.value("clip", FeatureScale().clip);
    return scale;
}

/// Why a card that has all its fields cannot be used all the same; empty when it can.
std::string contradiction(const ModelCard& card)
{
    if (card.labels.empty())
        return "no label is named";
    for (const FeatureScale& scale : card.normalisation) {
        if (scale.mean.size() != scale.deviation.size())
            return "mean and deviation of a modality differ in their widths";
        for (std::size_t i = 0; i < scale.width(); ++i) {
            if (!std::isfinite(scale.mean[i]) || !std::isfinite(scale.deviation[i])
                || scale.deviation[i] <= 0.0f)
                return "mean and deviation must be finite, deviation above 0";
        }
    }
    return {};
}

}

LabelCard labelCardFromJson(const json& object)
{
    const auto range = object.at("range").get<std::array<float, 2>>();
    return {object.at("name").get<std::string>(), range[0], range[1], object.at("column").get<std::size_t>(),
            object.value("neutral", 0.0f)};
}

json toJson(const ModelCard& card)
{
    json inputs = json::object();
    for (const Modality modality : allModalities) {
        const FeatureScale& scale = card.normalisation[static_cast<std::size_t>(modality)];
        inputs[std::string(name(modality))] = {{"width", scale.width()},
                                               {"mean", scale.mean},
                                               {"deviation", scale.deviation},
                                               {"clip", scale.clip}};
    }
    json labels = json::array();
    for (const LabelCard& label : card.labels)
        labels.push_back({{"name", label.name},
                          {"range", {label.low, label.high}},
                          {"column", label.column},
                          {"neutral", label.neutral}});
    return {{"version", ModelCard::currentVersion},
            {"name", card.name},
            {"architecture", card.architecture},
            {"inputs", inputs},
            {"modalities", card.modalities},
            {"labels", labels},
            {"task", card.task},
            {"recipe", card.recipe},
            {"input", card.input},
            {"training", card.training},
            {"folds", card.folds},
            {"scores", card.scores},
            {"metric_rules", card.rules},
            {"training_data_sha256", card.trainingDataSha256},
            {"command", card.command}};
}

ModelCard modelCardFromJson(const json& object, const std::string& source)
{
    ModelCard card;
    try {
        const int version = object.at("version").get<int>();
        if (version > ModelCard::currentVersion)
            throw FormatError("bad_model_card", source,
                              "the model card has version " + std::to_string(version)
                                  + ", this program reads up to "
                                  + std::to_string(ModelCard::currentVersion));
        object.at("name").get_to(card.name);
        card.architecture = object.at("architecture");
        for (const Modality modality : allModalities)
            card.normalisation[static_cast<std::size_t>(modality)]
                = scaleFromJson(object.at("inputs").at(std::string(name(modality))));
        object.at("modalities").get_to(card.modalities);
        for (const json& label : object.at("labels"))
            card.labels.push_back(labelCardFromJson(label));
        card.task
            = object.value("task", card.task); // as the next one, as the rules not in cards of version 1
        card.input = object.value("input", json());
        card.recipe = object.at("recipe");
        card.training = object.at("training");
        card.folds = object.at("folds");
        card.scores = object.at("scores");
        card.rules = object.value("metric_rules", json());
        object.at("training_data_sha256").get_to(card.trainingDataSha256);
        object.at("command").get_to(card.command);
    } catch (const json::exception& error) {
        throw FormatError("bad_model_card", source, std::string("the model card: ") + error.what());
    }
    if (const std::string problem = contradiction(card); !problem.empty())
        throw FormatError("bad_model_card", source, "the model card: " + problem);
    return card;
}

}
