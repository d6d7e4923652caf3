#include "engine/formats/sequences/csd_provenance.h"

#include "engine/annotation/layers.h"

#include <algorithm>
#include <set>

namespace engine {

namespace {

using nlohmann::json;

constexpr std::string_view kPrediction = "prediction: ";
constexpr std::string_view kSettled = "/settled";

std::string textAt(const json& object, const char* name)
{
    const auto found = object.find(name); // the end of what is no object
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

int passAt(const json& object)
{
    const auto found = object.find("pass");
    return found != object.end() && found->is_number_integer() ? found->get<int>() : 1;
}

const json& listAt(const json& object, const char* name)
{
    static const json kNone = json::array();
    const auto found = object.find(name);
    return found != object.end() && found->is_array() ? *found : kNone;
}

std::string kindOf(const std::string& tier)
{
    return tier.starts_with(kPrediction) ? "prediction" : tier.ends_with(kSettled) ? "adjudicated" : "human";
}

std::string nameOfKind(const std::string& kind, const std::string& tier)
{
    if (kind == kindOf(tier))
        return tier;
    return kind == "prediction" ? std::string(kPrediction) + tier
        : kind == "adjudicated" ? tier + std::string(kSettled)
                                : tier;
}

/// As convert writes it: tiers of one annotator.
CsdProvenance ofTiers(const json& field, const std::string& rootName)
{
    const std::string tier = textAt(field, "tier");
    CsdProvenance result{groupName(tier) == rootName ? tier : rootName, {}, {}, {}};
    std::set<std::string> annotators;
    for (const json& annotator : listAt(field, "annotators")) {
        if (annotator.is_string())
            annotators.insert(annotator.get<std::string>());
    }
    const json& passes = listAt(field, "passes");
    if (annotators.empty()) {
        for (const json& pass : passes)
            annotators.insert(textAt(pass, "annotator"));
    }
    if (annotators.size() == 1)
        result.annotator = *annotators.begin();
    else
        result.combined = {annotators.begin(), annotators.end()};
    if (passes.size() == 1 && passes[0].is_object())
        result.pass = {textAt(passes[0], "annotator"), 0, passAt(passes[0]), textAt(passes[0], "visible")};
    result.tier = nameOfKind(textAt(field, "kind"), result.tier);
    return result;
}

/// As labels are exported: a list of the layers that they are put together of.
CsdProvenance ofLayers(const json& field, const std::string& rootName)
{
    CsdProvenance result{rootName, {}, {}, {}};
    if (field.size() != 1 || !field[0].is_object()) {
        for (const json& layer : field)
            result.combined.push_back(textAt(layer, "annotator"));
        return result;
    }
    const json& layer = field[0];
    result.annotator = textAt(layer, "annotator");
    const auto presentation = presentationOf(textAt(layer, "presentation")).value_or(Presentation::All);
    const std::string said = textAt(layer, "of");
    const std::string of = said.empty() ? rootName : said; // earlier versions do not say it
    if (const auto settles = layer.find("settles"); settles != layer.end() && *settles == true)
        result.tier = settledLayer(of, result.annotator).name;
    else if (!said.empty() || passAt(layer) > 1 || presentation != Presentation::All)
        result.tier = annotatorLayer(of, result.annotator, passAt(layer), presentation).name;
    const json& visible = listAt(layer, "visible");
    result.pass = {result.annotator, 0, passAt(layer),
                   visible.size() == 1 && visible[0].is_string() ? visible[0].get<std::string>() : ""};
    return result;
}

}

CsdProvenance provenanceIn(const json& field, const std::string& rootName)
{
    if (field.is_array())
        return ofLayers(field, rootName);
    return field.is_object() ? ofTiers(field, rootName) : CsdProvenance{rootName, {}, {}, {}};
}

json provenanceOf(const std::string& name, std::span<const ExchangedTier* const> tiers)
{
    std::set<std::tuple<std::string, int, std::string>> passes;
    std::set<std::string> annotators;
    for (const ExchangedTier* tier : tiers) {
        if (!tier->tier.annotator.empty())
            annotators.insert(tier->tier.annotator);
        for (const Segment& segment : tier->segments) {
            for (const auto& [label, value] : segment.values) {
                if (!value.by.annotator.empty())
                    passes.insert({value.by.annotator, value.by.pass, value.by.visible});
            }
        }
    }
    json field = {{"program", "Polylogue"},
                  {"tier", name},
                  {"kind", kindOf(name)},
                  {"annotators", annotators},
                  {"passes", json::array()}};
    for (const auto& [annotator, pass, visible] : passes)
        field["passes"].push_back({{"annotator", annotator}, {"pass", pass}, {"visible", visible}});
    return field;
}

bool keepsPasses(std::span<const ExchangedTier* const> tiers)
{
    const Provenance* first = nullptr;
    for (const ExchangedTier* tier : tiers) {
        for (const Segment& segment : tier->segments) {
            for (const auto& [label, value] : segment.values) {
                first = first ? first : &value.by;
                if (value.by != *first || value.by.when != 0
                    || (value.by.annotator.empty() && value.by != Provenance()))
                    return false;
            }
        }
    }
    return true;
}

std::string groupName(std::string tier)
{
    if (tier.empty())
        return "tier";
    std::ranges::replace(tier, '/', '_');
    return tier == "." ? "_" : tier;
}

}
