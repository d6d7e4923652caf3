#include "engine/project_items/influence_study.h"

#include "engine/annotation/time_point.h"
#include "engine/core/json_text.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

namespace engine {

namespace {

using nlohmann::json;

/// One letter per rater.
std::string lettersOf(const std::vector<bool>& shown)
{
    std::string letters;
    for (const bool isShown : shown)
        letters += isShown ? 's' : 'h';
    return letters;
}

std::vector<bool> shownOf(const std::string& letters)
{
    std::vector<bool> shown;
    for (const char letter : letters)
        shown.push_back(letter == 's');
    return shown;
}

}

Item studyItem(const InfluenceStudy& study)
{
    json units = json::array();
    for (const InfluenceStudy::Unit& unit : study.units)
        units.push_back({unit.video, unit.start, lettersOf(unit.shown)});
    const json content{{"label", study.label},     {"model", study.model},   {"seed", study.seed},
                       {"begun", study.begun},     {"ended", study.isEnded}, {"raters", study.raters},
                       {"units", std::move(units)}};
    return {kInfluenceItems, study.of, jsonText(content)};
}

std::optional<InfluenceStudy> influenceStudy(const Annotation& annotation, const std::string& of)
{
    const Item* item = annotation.item(kInfluenceItems, of);
    if (!item)
        return std::nullopt;
    try {
        const json content = json::parse(item->json);
        InfluenceStudy study{of,
                             content.at("label").get<std::string>(),
                             content.at("model").get<std::string>(),
                             content.at("seed").get<std::uint32_t>(),
                             content.at("begun").get<std::int64_t>(),
                             content.at("ended").get<bool>(),
                             content.at("raters").get<std::vector<std::string>>(),
                             {}};
        for (const json& unit : content.at("units")) {
            study.units.push_back({unit.at(0).get<std::string>(), unit.at(1).get<double>(),
                                   shownOf(unit.at(2).get<std::string>())});
            if (study.units.back().shown.size() != study.raters.size())
                return std::nullopt;
        }
        return study;
    } catch (const json::exception&) {
        return std::nullopt;
    }
}

void takeArms(ReviewPass& pass, const InfluenceStudy& study, const std::vector<bool>& isDone)
{
    const auto rater = std::ranges::find(study.raters, pass.layer.annotator);
    if (!pass.isBlind || pass.layer.purpose != LayerPurpose::Judging || pass.layer.isSettled
        || pass.layer.of != study.of || rater == study.raters.end())
        return;
    std::map<std::pair<std::string, std::int64_t>, const InfluenceStudy::Unit*> units;
    for (const InfluenceStudy::Unit& unit : study.units)
        units[{unit.video, TimePoint::ofSeconds(unit.start).ticks}] = &unit;
    for (std::size_t i = 0; i < pass.places.size(); ++i) {
        ReviewPass::Place& place = pass.places[i];
        if (place.isRepeat || (i < isDone.size() && isDone[i]))
            continue;
        const auto unit = units.find({place.video, TimePoint::ofSeconds(place.span.start).ticks});
        if (study.isEnded || unit == units.end())
            place.arm = SightArm::Free;
        else if (unit->second->shown[static_cast<std::size_t>(rater - study.raters.begin())])
            place.arm = SightArm::Shown;
        else
            place.arm = SightArm::Hidden;
    }
}

}
