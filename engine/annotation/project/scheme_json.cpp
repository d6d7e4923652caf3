#include "engine/annotation/project/scheme_json.h"

#include <nlohmann/json.hpp>

namespace engine::project {

namespace {

using nlohmann::json;

json asJson(const LabelScheme& label)
{
    json result{{"name", label.name}};
    if (const auto* scale = std::get_if<NumberScale>(&label.scale)) {
        result["scale"] = {{"least", scale->least}, {"greatest", scale->greatest}, {"step", scale->step}};
    } else if (const auto* vocabulary = std::get_if<Vocabulary>(&label.scale)) {
        result["terms"] = json::array();
        for (const Term& term : vocabulary->terms)
            result["terms"].push_back({{"name", term.name}, {"colour", term.colour}, {"key", term.key}});
    }
    return result;
}

LabelScheme fromJson(const json& value)
{
    LabelScheme label{value.at("name"), FreeText{}};
    if (value.contains("scale")) {
        const json& scale = value["scale"];
        label.scale = NumberScale{scale.at("least"), scale.at("greatest"), scale.at("step")};
    } else if (value.contains("terms")) {
        Vocabulary vocabulary;
        for (const json& term : value["terms"])
            vocabulary.terms.push_back({term.at("name"), term.value("colour", ""), term.value("key", "")});
        label.scale = std::move(vocabulary);
    }
    return label;
}

}

std::string toJson(const std::vector<LabelScheme>& labels)
{
    json all = json::array();
    for (const LabelScheme& label : labels)
        all.push_back(asJson(label));
    return all.dump();
}

std::vector<LabelScheme> labelsFromJson(const std::string& text)
{
    std::vector<LabelScheme> labels;
    for (const json& value : json::parse(text))
        labels.push_back(fromJson(value));
    return labels;
}

}
