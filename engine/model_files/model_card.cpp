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
    return {card.read<std::vector<float>>(place + "/mean"),
            card.read<std::vector<float>>(place + "/deviation"),
            card.read<float>(place + "/clip", FeatureScale().clip)};
}

std::vector<LabelCard> readLabels(const CardReader& card)
{
    std::vector<LabelCard> labels;
    const json list = card.read<json>("/labels");
    if (!list.is_array())
        card.refuse("/labels", "is no list");
    for (const json& label : list) {
        try {
            labels.push_back(labelCardFromJson(label));
        } catch (const json::exception&) {
            card.refuse("/labels/" + std::to_string(labels.size()),
                        "has not all of name, range [lowest, highest] and column");
        }
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
    const CardReader reader(object, source);
    const int version = reader.read<int>("/version");
    if (version > ModelCard::currentVersion)
        throw FormatError("bad_model_card", source,
                          "the model card has version " + std::to_string(version)
                              + ", this program reads up to " + std::to_string(ModelCard::currentVersion));
    ModelCard card;
    card.name = reader.read<std::string>("/name");
    card.architecture = reader.read<json>("/architecture");
    for (const Modality modality : allModalities)
        card.normalisation[static_cast<std::size_t>(modality)]
            = readScale(reader, "/inputs/" + std::string(name(modality)));
    card.modalities = reader.read<EnabledModalities>("/modalities");
    card.labels = readLabels(reader);
    card.task = reader.read("/task", card.task); // as the next one, as the rules not in cards of version 1
    card.input = reader.read("/input", json());
    card.recipe = reader.read<json>("/recipe");
    card.training = reader.read<json>("/training");
    card.folds = reader.read<json>("/folds");
    card.scores = reader.read<json>("/scores");
    card.rules = reader.read("/metric_rules", json());
    card.trainingDataSha256 = reader.read<std::string>("/training_data_sha256");
    card.command = reader.read<std::string>("/command");
    if (const std::string problem = contradiction(card); !problem.empty())
        reader.refuse({}, problem);
    return card;
}

}
