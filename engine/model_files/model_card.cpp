#include "engine/model_files/model_card.h"

#include "engine/core/json_text.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

namespace engine {

namespace {

using nlohmann::json;

/// @param fields  mean, deviation, clip
FeatureScale scaleFrom(JsonFields fields)
{
    const auto floats = [&](const char* field) {
        const std::vector<double> numbers = fields.at(field, "a list of numbers").numbers();
        return std::vector<float>(numbers.begin(), numbers.end());
    };
    return {floats("mean"), floats("deviation"),
            static_cast<float>(fields.number("clip", static_cast<double>(FeatureScale().clip), 0.0,
                                             std::numeric_limits<float>::max()))};
}

void checkVersion(JsonFields& card)
{
    const JsonValue version = card.at("version", "a whole number from 1");
    if (version.whole(1) > ModelCard::currentVersion)
        version.complain("is " + jsonText(version.json()) + ", this program reads up to "
                         + std::to_string(ModelCard::currentVersion));
}

EnabledModalities modalitiesFrom(const JsonValue& list)
{
    constexpr const char* expected = "true or false for each of text, acoustic, visual, one of them true";
    const std::vector<JsonValue> flags = list.items(expected);
    EnabledModalities enabled{};
    if (flags.size() != enabled.size())
        list.refuse(expected);
    for (std::size_t i = 0; i < enabled.size(); ++i)
        enabled[i] = flags[i].flag();
    if (std::ranges::none_of(enabled, std::identity()))
        list.refuse(expected);
    return enabled;
}

/// Fields, or null: there are none.
json fieldsOrNull(JsonFields& card, const std::string& field)
{
    const std::optional<JsonValue> value = card.find(field);
    if (value)
        value->fields();
    return value ? value->json() : json();
}

std::optional<std::map<std::string, std::string>> hashesFrom(JsonFields& card)
{
    const std::optional<JsonValue> value = card.find("segments");
    if (!value)
        return std::nullopt;
    value->fields();
    std::map<std::string, std::string> hashes;
    for (const auto& [fold, text] : value->json().items())
        hashes[fold] = JsonValue(text, value->place().of(fold)).text();
    return hashes;
}

std::optional<LearntFrom> learntFromIn(JsonFields& card)
{
    const std::optional<JsonValue> value = card.find("learnt_from");
    if (!value)
        return std::nullopt;
    JsonFields fields = value->fields();
    LearntFrom from{whoIn(fields.at("who", "real, acted, drawn or own")), {}};
    for (const JsonValue& language : fields.items("languages"))
        from.languages.push_back(language.text());
    return from;
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

std::string classOf(const json& architecture)
{
    const bool isNamed
        = architecture.is_object() && architecture.contains("class") && architecture.at("class").is_string();
    return isNamed ? architecture.at("class").get<std::string>() : std::string();
}

std::size_t leadingClasses(const std::vector<LabelCard>& labels)
{
    const auto isClass = [](const LabelCard& label) { return label.low == 0.0f && label.high == 1.0f; };
    return static_cast<std::size_t>(std::ranges::find_if_not(labels, isClass) - labels.begin());
}

std::vector<double> scaleWidths(const std::vector<LabelCard>& labels)
{
    std::vector<double> widths;
    for (const LabelCard& label : labels)
        widths.push_back(static_cast<double>(label.high) - static_cast<double>(label.low));
    return widths;
}

LabelCard labelCardFrom(JsonFields& fields)
{
    LabelCard label;
    label.name = fields.text("name");
    constexpr const char* scale = "[lowest, highest]";
    const JsonValue range = fields.at("range", scale);
    if (range.json().size() != 2 || !range.json().is_array() || !range.json()[0].is_number()
        || !range.json()[1].is_number())
        range.refuse(scale);
    label.low = range.json()[0].get<float>();
    label.high = range.json()[1].get<float>();
    if (!std::isfinite(label.low) || !std::isfinite(label.high) || label.low >= label.high)
        range.refuse(scale);
    label.column = fields.at("column", "a whole number from 0").count();
    if (const auto neutral = fields.find("neutral")) {
        label.neutral = static_cast<float>(neutral->number());
        if (!std::isfinite(label.neutral))
            neutral->refuse("a finite number");
    }
    return label;
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
    json object{{"version", ModelCard::currentVersion},
                {"name", card.name},
                {"architecture", card.architecture},
                {"inputs", inputs},
                {"modalities", card.modalities},
                {"labels", labels},
                {"task", card.task},
                {"recipe", card.recipe},
                {"input", toJson(card.input)},
                {"training", card.training},
                {"folds", card.folds.empty() ? json() : json(card.folds)},
                {"scores", card.scores},
                {"metric_rules", card.rules},
                {"training_data_sha256", card.trainingDataSha256},
                {"command", card.command}};
    if (card.segments) // cards that do not know them stay as they are
        object["segments"] = *card.segments;
    if (card.learntFrom)
        object["learnt_from"]
            = {{"who", name(card.learntFrom->who)}, {"languages", card.learntFrom->languages}};
    return object;
}

ModelCard modelCardFromJson(const json& object, const std::string& source)
{
    JsonFields fields(object, {"bad_model_card", source + ": the model card", ""});
    checkVersion(fields);
    ModelCard card;
    card.name = fields.text("name");
    card.architecture = fields.at("architecture", "an object with a class").json();
    JsonFields inputs = fields.at("inputs", "an object with fields").fields();
    for (const Modality modality : allModalities) {
        const std::string of(name(modality));
        card.normalisation[static_cast<std::size_t>(modality)]
            = scaleFrom(inputs.at(of, "an object with fields").fields());
    }
    card.modalities = modalitiesFrom(fields.at("modalities", "a list"));
    for (const JsonValue& label : fields.at("labels", "a list").items()) {
        JsonFields own = label.fields();
        card.labels.push_back(labelCardFrom(own));
    }
    card.task = fields.text("task", card.task); // cards of version 1 have neither a task nor rules
    if (const auto input = fields.find("input"))
        card.input = modelInputFrom(input->fields());
    card.recipe = fieldsOrNull(fields, "recipe");
    card.training = fieldsOrNull(fields, "training");
    if (const auto folds = fields.find("folds"))
        card.folds = foldListsFrom(*folds);
    card.segments = hashesFrom(fields);
    card.scores = fields.any("scores");
    card.rules = fields.any("metric_rules");
    card.trainingDataSha256 = fields.text("training_data_sha256");
    card.command = fields.text("command");
    card.learntFrom = learntFromIn(fields);
    if (const std::string problem = contradiction(card); !problem.empty())
        fields.complain(problem);
    return card;
}

}
