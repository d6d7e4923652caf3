#include "engine/model_files/model_card.h"

#include "engine/core/error.h"

#include <algorithm>
#include <cmath>

namespace engine {

namespace {

using nlohmann::json;

/// Reads the fields of a card; what is missing or of another kind is named by where it stands.
class CardReader {
public:
    CardReader(const json& card, std::string source) : m_card(card), m_source(std::move(source)) { }

    /// @param path  `/inputs/text/mean`
    template <class Value>
    Value read(const std::string& path) const
    {
        const json::json_pointer place(path);
        if (!m_card.contains(place))
            refuse(path, "is missing");
        try {
            return m_card.at(place).get<Value>();
        } catch (const json::exception&) {
            refuse(path, "is of another kind than expected");
        }
    }

    /// As read(); `whenAbsent` where there is nothing.
    template <class Value>
    Value read(const std::string& path, Value whenAbsent) const
    {
        return m_card.contains(json::json_pointer(path)) ? read<Value>(path) : whenAbsent;
    }

    /// @param path  of a field that is there
    [[noreturn]] void refuseValue(const std::string& path, const std::string& expected) const
    {
        refuse(path, "is " + m_card.at(json::json_pointer(path)).dump() + ", expected " + expected);
    }

    [[noreturn]] void refuse(const std::string& path, const std::string& what) const
    {
        std::string name = path.empty() ? path : path.substr(1);
        std::ranges::replace(name, '/', '.');
        throw FormatError("bad_model_card", m_source,
                          "the model card: " + name + (name.empty() ? "" : " ") + what);
    }

private:
    const json& m_card;
    std::string m_source;
};

/// @param place  `/inputs/text`
FeatureScale readScale(const CardReader& card, const std::string& place)
{
    FeatureScale scale{card.read<std::vector<float>>(place + "/mean"),
                       card.read<std::vector<float>>(place + "/deviation"),
                       card.read<float>(place + "/clip", FeatureScale().clip)};
    if (!std::isfinite(scale.clip) || scale.clip < 0.0f)
        card.refuseValue(place + "/clip", "a number from 0");
    return scale;
}

void checkVersion(const CardReader& card)
{
    const json version = card.read<json>("/version");
    if (!version.is_number_integer() || version < 1)
        card.refuseValue("/version", "a whole number from 1");
    if (version > ModelCard::currentVersion)
        card.refuse("/version",
                    "is " + version.dump() + ", this program reads up to "
                        + std::to_string(ModelCard::currentVersion));
}

EnabledModalities readModalities(const CardReader& card)
{
    const json list = card.read<json>("/modalities");
    const auto isFlag = [](const json& value) { return value.is_boolean(); };
    if (!list.is_array() || list.size() != allModalities.size() || !std::ranges::all_of(list, isFlag)
        || std::ranges::count(list, json(true)) == 0)
        card.refuseValue("/modalities", "true or false for each of text, acoustic, visual, one of them true");
    return list.get<EnabledModalities>();
}

/// Fields, or null: there are none.
json readFields(const CardReader& card, const std::string& place, const json& value)
{
    if (!value.is_null() && !value.is_object())
        card.refuseValue(place, "an object with fields");
    return value;
}

json readInput(const CardReader& card)
{
    json input = readFields(card, "/input", card.read("/input", json()));
    if (input.contains("presence_threshold") && !input["presence_threshold"].is_number())
        card.refuseValue("/input/presence_threshold", "a number");
    return input;
}

void checkLabel(const CardReader& card, const std::string& place, const LabelCard& label)
{
    const json column = card.read<json>(place + "/column");
    if (!column.is_number_integer() || column < 0)
        card.refuseValue(place + "/column", "a whole number from 0");
    if (!std::isfinite(label.low) || !std::isfinite(label.high) || label.low >= label.high)
        card.refuseValue(place + "/range", "[lowest, highest]");
    if (!std::isfinite(label.neutral))
        card.refuseValue(place + "/neutral", "a finite number");
}

std::vector<LabelCard> readLabels(const CardReader& card)
{
    std::vector<LabelCard> labels;
    const json list = card.read<json>("/labels");
    if (!list.is_array())
        card.refuse("/labels", "is no list");
    for (const json& label : list) {
        const std::string place = "/labels/" + std::to_string(labels.size());
        try {
            labels.push_back(labelCardFromJson(label));
        } catch (const json::exception&) {
            card.refuse(place, "has not all of name, range [lowest, highest] and column");
        }
        checkLabel(card, place, labels.back());
    }
    return labels;
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
    json object{{"version", ModelCard::currentVersion},
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
    if (!card.segments.is_null()) // cards that do not know them stay as they are
        object["segments"] = card.segments;
    return object;
}

ModelCard modelCardFromJson(const json& object, const std::string& source)
{
    const CardReader reader(object, source);
    checkVersion(reader);
    ModelCard card;
    card.name = reader.read<std::string>("/name");
    card.architecture = reader.read<json>("/architecture");
    for (const Modality modality : allModalities)
        card.normalisation[static_cast<std::size_t>(modality)]
            = readScale(reader, "/inputs/" + std::string(name(modality)));
    card.modalities = readModalities(reader);
    card.labels = readLabels(reader);
    card.task = reader.read("/task", card.task); // as the next one, as the rules not in cards of version 1
    card.input = readInput(reader);
    card.recipe = readFields(reader, "/recipe", reader.read<json>("/recipe"));
    card.training = readFields(reader, "/training", reader.read<json>("/training"));
    card.folds = reader.read<json>("/folds");
    card.segments = reader.read("/segments", json());
    card.scores = reader.read<json>("/scores");
    card.rules = reader.read("/metric_rules", json());
    card.trainingDataSha256 = reader.read<std::string>("/training_data_sha256");
    card.command = reader.read<std::string>("/command");
    if (const std::string problem = contradiction(card); !problem.empty())
        reader.refuse({}, problem);
    return card;
}

}
