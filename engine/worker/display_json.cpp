#include "engine/worker/display_json.h"

#include "engine/core/error.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string_view>

namespace engine {

namespace {

constexpr std::array<std::pair<DisplayScale, std::string_view>, 4> scaleNames{
    {{DisplayScale::Share, "share"},
     {DisplayScale::Gate, "gate"},
     {DisplayScale::Signed, "signed"},
     {DisplayScale::Magnitude, "magnitude"}}};

}

nlohmann::json toJson(const DisplayCard& card)
{
    const auto scale
        = std::ranges::find(scaleNames, card.scale, [](const auto& entry) { return entry.first; });
    return {{"output", card.output},         {"title", card.title},    {"axes", card.axes},
            {"labels", card.labels},         {"scale", scale->second}, {"named_by", card.namedBy},
            {"vocabulary", card.vocabulary}, {"marks", card.marks}};
}

DisplayCard displayCardFromJson(const nlohmann::json& json)
{
    DisplayCard card;
    json.at("output").get_to(card.output);
    json.at("named_by").get_to(card.namedBy);
    json.at("vocabulary").get_to(card.vocabulary);
    json.at("marks").get_to(card.marks);
    json.at("title").get_to(card.title);
    json.at("axes").get_to(card.axes);
    json.at("labels").get_to(card.labels);
    const auto& name = json.at("scale").get_ref<const std::string&>();
    const auto scale = std::ranges::find(scaleNames, name, [](const auto& entry) { return entry.second; });
    if (scale == scaleNames.end())
        throw FormatError("bad_message", "message", "a display of the unknown scale \"" + name + '"');
    card.scale = scale->first;
    if (card.labels.size() != card.axes.size())
        throw FormatError("bad_message", "message",
                          "display " + card.output + " has " + std::to_string(card.axes.size()) + " axes and "
                              + std::to_string(card.labels.size()) + " lists of labels");
    return card;
}

}
