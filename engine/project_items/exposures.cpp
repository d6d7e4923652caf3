#include "engine/project_items/exposures.h"

#include "engine/core/json_text.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace engine {

namespace {

using nlohmann::json;

constexpr std::array kThings{
    std::pair{ExposedThing::Prediction, "prediction"}, std::pair{ExposedThing::Explanation, "explanation"},
    std::pair{ExposedThing::Suggestion, "suggestion"}, std::pair{ExposedThing::Other, "other"},
    std::pair{ExposedThing::Suspect, "suspect"}};

std::optional<ExposedThing> thingCalled(const std::string& wanted)
{
    for (const auto& [thing, name] : kThings) {
        if (name == wanted)
            return thing;
    }
    return std::nullopt;
}

json toJson(const Exposure& exposure)
{
    json row{{"what", name(exposure.what)},    {"label", exposure.label},
             {"source", exposure.source},      {"shown_ms", exposure.shown},
             {"visible_ms", exposure.visible}, {"before_answer", exposure.isBeforeAnswer},
             {"arm", name(exposure.arm)}};
    if (exposure.value)
        std::visit([&](const auto& value) { row["value"] = value; }, *exposure.value);
    if (exposure.confidence)
        row["confidence"] = *exposure.confidence;
    return row;
}

/// Absent: the row is of a thing that a later version knows.
std::optional<Exposure> exposureOf(const json& row)
{
    const auto what = thingCalled(row.at("what").get<std::string>());
    if (!what)
        return std::nullopt;
    Exposure exposure;
    exposure.what = *what;
    exposure.label = row.at("label").get<std::string>();
    exposure.source = row.at("source").get<std::string>();
    exposure.shown = row.at("shown_ms").get<std::int64_t>();
    exposure.visible = row.at("visible_ms").get<std::int64_t>();
    exposure.isBeforeAnswer = row.at("before_answer").get<bool>();
    exposure.arm = sightArmOf(row.at("arm").get<std::string>()).value_or(SightArm::Free);
    if (const auto value = row.find("value"); value != row.end()) {
        if (value->is_number())
            exposure.value = value->get<double>();
        else
            exposure.value = value->get<std::string>();
    }
    if (row.contains("confidence"))
        exposure.confidence = row.at("confidence").get<double>();
    return exposure;
}

std::vector<Exposure> exposuresOf(const Item* item)
{
    std::vector<Exposure> exposures;
    if (!item)
        return exposures;
    try {
        for (const json& row : json::parse(item->json)) {
            if (auto exposure = exposureOf(row))
                exposures.push_back(std::move(*exposure));
        }
    } catch (const json::exception&) {
        return {};
    }
    return exposures;
}

Item exposureItem(const std::string& name, const std::vector<Exposure>& exposures)
{
    json rows = json::array();
    for (const Exposure& exposure : exposures)
        rows.push_back(toJson(exposure));
    return {kExposureItems, name, jsonText(rows)};
}

}

const char* name(ExposedThing wanted)
{
    for (const auto& [thing, name] : kThings) {
        if (thing == wanted)
            return name;
    }
    return "";
}

bool isSameThing(const Exposure& a, const Exposure& b)
{
    return a.what == b.what && a.label == b.label && a.source == b.source
        && a.isBeforeAnswer == b.isBeforeAnswer;
}

std::vector<Exposure> exposuresAt(const Annotation& annotation, const ReviewPass& pass,
                                  const ReviewPass::Place& place)
{
    return exposuresOf(annotation.item(kExposureItems, judgementName(pass, place)));
}

Item addedExposures(const Annotation& annotation, const ReviewPass& pass, const ReviewPass::Place& place,
                    const std::vector<Exposure>& further)
{
    std::vector<Exposure> all = exposuresAt(annotation, pass, place);
    for (const Exposure& added : further) {
        const auto known = std::ranges::find_if(
            all, [&](const Exposure& exposure) { return isSameThing(exposure, added); });
        if (known == all.end()) {
            all.push_back(added);
            continue;
        }
        known->visible += added.visible;
        if (known->shown == 0)
            known->shown = added.shown;
        if (known->arm == SightArm::Free)
            known->arm = added.arm;
    }
    return exposureItem(judgementName(pass, place), all);
}

std::optional<Item> lackingExposures(const Item& project, const Item& copy)
{
    std::vector<Exposure> all = exposuresOf(&project);
    const std::vector<Exposure> before = all;
    for (const Exposure& theirs : exposuresOf(&copy)) {
        const auto mine = std::ranges::find_if(
            all, [&](const Exposure& exposure) { return isSameThing(exposure, theirs); });
        if (mine == all.end())
            all.push_back(theirs);
        else if (theirs.visible > mine->visible)
            *mine = theirs;
    }
    return all == before ? std::nullopt : std::optional(exposureItem(project.name, all));
}

SeenThings seenThings(const Item& exposures)
{
    SeenThings seen;
    const std::size_t first = exposures.name.find('|');
    const std::size_t last = exposures.name.rfind('|'); // layer|video|time
    if (first < last && last != std::string::npos)
        seen.video = exposures.name.substr(first + 1, last - first - 1);
    for (const Exposure& exposure : exposuresOf(&exposures)) {
        if (exposure.isBeforeAnswer && exposure.visible >= kLeastLook)
            seen.things.insert(exposure.what);
    }
    return seen;
}

const char* name(AnswerExposure exposure)
{
    switch (exposure) {
    case AnswerExposure::None:
        return "none";
    case AnswerExposure::Shown:
        return "shown";
    case AnswerExposure::Free:
        break;
    }
    return "free";
}

AnswerExposure answerExposure(const Annotation& annotation, const ReviewPass& pass,
                              const ReviewPass::Place& place)
{
    const Item* kept = annotation.item(kExposureItems, judgementName(pass, place));
    const bool wasSeen = std::ranges::any_of(exposuresOf(kept), [](const Exposure& exposure) {
        return exposure.isBeforeAnswer && exposure.visible >= kLeastLook;
    });
    const auto log = judgementLog(annotation, pass, place);
    if (wasSeen || (log && log->hasPeeked))
        return AnswerExposure::Shown;
    return pass.isBlind || kept ? AnswerExposure::None : AnswerExposure::Free;
}

}
