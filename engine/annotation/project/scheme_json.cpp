#include "engine/annotation/project/scheme_json.h"

#include "engine/annotation/word_sets.h"
#include "engine/core/json_text.h"

#include <nlohmann/json.hpp>

namespace engine::project {

namespace {

using nlohmann::json;

json asJson(const std::vector<Term>& terms)
{
    json result = json::array();
    for (const Term& term : terms)
        result.push_back({{"name", term.name}, {"colour", term.colour}, {"key", term.key}});
    return result;
}

std::vector<Term> termsFromJson(const json& values)
{
    std::vector<Term> terms;
    for (const json& term : values)
        terms.push_back({term.at("name"), term.value("colour", ""), term.value("key", "")});
    return terms;
}

/// A set of words is free text for programs that do not know `words`.
json asJson(const LabelScheme& label)
{
    json result{{"name", label.name}};
    if (const auto* scale = std::get_if<NumberScale>(&label.scale)) {
        result["scale"] = {{"least", scale->least}, {"greatest", scale->greatest}, {"step", scale->step}};
    } else if (const auto* vocabulary = std::get_if<Vocabulary>(&label.scale)) {
        result["terms"] = asJson(vocabulary->terms);
    } else if (const WordList* list = wordListOf(label)) {
        result["words"] = {{"closed", list->isClosed}, {"terms", asJson(list->terms)}};
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
        label.scale = Vocabulary{termsFromJson(value["terms"])};
    } else if (value.contains("words")) {
        const json& words = value["words"];
        label.scale = FreeText{
            WordList{termsFromJson(words.value("terms", json::array())), words.value("closed", false)}};
    }
    return label;
}

}

std::string toJson(const std::vector<LabelScheme>& labels)
{
    json all = json::array();
    for (const LabelScheme& label : labels)
        all.push_back(asJson(label));
    return jsonText(all);
}

std::vector<LabelScheme> labelsFromJson(const std::string& text)
{
    std::vector<LabelScheme> labels;
    for (const json& value : json::parse(text))
        labels.push_back(fromJson(value));
    return labels;
}

}
