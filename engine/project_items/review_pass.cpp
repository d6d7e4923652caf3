#include "engine/project_items/review_pass.h"

#include "engine/annotation/edits.h"
#include "engine/core/json_text.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

namespace engine {

namespace {

using nlohmann::json;

constexpr std::array kOrders{std::pair{ReviewOrder::Reason, "reason"},
                             std::pair{ReviewOrder::Context, "context"},
                             std::pair{ReviewOrder::Shuffled, "shuffled"}};

ReviewReason reasonOf(const std::string& wanted)
{
    for (int i = 0; i <= static_cast<int>(ReviewReason::Control); ++i) {
        if (name(static_cast<ReviewReason>(i)) == wanted)
            return static_cast<ReviewReason>(i);
    }
    return ReviewReason::NotLabelled;
}

ReviewOrder orderOf(const std::string& name)
{
    for (const auto& [order, known] : kOrders) {
        if (name == known)
            return order;
    }
    return ReviewOrder::Context;
}

std::string nameOf(ReviewOrder wanted)
{
    for (const auto& [order, name] : kOrders) {
        if (order == wanted)
            return name;
    }
    return {};
}

json toJson(const ReviewPass::Place& place)
{
    json content{place.video,        place.span.start, place.span.end,
                 name(place.reason), place.weight,     place.number};
    if (place.isRepeat || place.arm != SightArm::Free)
        content.push_back(place.isRepeat);
    if (place.arm != SightArm::Free)
        content.push_back(name(place.arm));
    return content;
}

json toJson(const ReviewPass& pass)
{
    json reasons = json::array();
    for (const ReviewReason reason : pass.settings.reasons)
        reasons.push_back(name(reason));
    json places = json::array();
    for (const ReviewPass::Place& place : pass.places)
        places.push_back(toJson(place));
    return {{"of", pass.layer.of},
            {"annotator", pass.layer.annotator},
            {"pass", pass.layer.pass},
            {"presentation", name(pass.layer.presentation)},
            {"settled", pass.layer.isSettled},
            {"blind", pass.isBlind},
            {"lead_in", pass.leadIn},
            {"turns_before", pass.turnsBefore},
            {"reasons", reasons},
            {"order", nameOf(pass.settings.order)},
            {"seed", pass.settings.seed},
            {"most", pass.settings.most},
            {"repeats_only", pass.settings.repeatsOnly},
            {"spread", pass.settings.spread},
            {"model_gap", pass.settings.modelGap},
            {"shortest", pass.settings.shortest},
            {"controls", pass.settings.controls},
            {"training", pass.isTraining()},
            {"gold", pass.mix.gold},
            {"repeats", pass.mix.repeats},
            {"apart", pass.mix.apart},
            {"repeat_layer", pass.repeatLayer},
            {"places", places}};
}

ReviewPass passOf(const std::string& name, const json& from)
{
    ReviewPass pass;
    pass.layer = {name,
                  from.at("of").get<std::string>(),
                  from.at("annotator").get<std::string>(),
                  from.at("pass").get<int>(),
                  presentationOf(from.at("presentation").get<std::string>()).value_or(Presentation::All),
                  from.at("settled").get<bool>(),
                  from.value("training", false) ? LayerPurpose::Training : LayerPurpose::Judging};
    pass.isBlind = from.at("blind").get<bool>();
    pass.leadIn = from.at("lead_in").get<double>();
    pass.turnsBefore = std::clamp(from.value("turns_before", 0), 0, kMostTurnsBefore);
    for (const json& reason : from.at("reasons"))
        pass.settings.reasons.insert(reasonOf(reason.get<std::string>()));
    pass.settings.order = orderOf(from.at("order").get<std::string>());
    pass.settings.seed = from.at("seed").get<std::uint32_t>();
    pass.settings.repeatsOnly = from.value("repeats_only", false);
    pass.settings.most = from.value("most", std::size_t{0});
    pass.settings.spread = from.at("spread").get<double>();
    pass.settings.modelGap = from.at("model_gap").get<double>();
    pass.settings.shortest = from.at("shortest").get<double>();
    pass.settings.controls = from.at("controls").get<double>();
    pass.mix = {from.value("gold", 0.0), from.value("repeats", 0.0), from.value("apart", std::size_t{10})};
    pass.repeatLayer = from.value("repeat_layer", std::string());
    for (const json& place : from.at("places"))
        pass.places.push_back({place.at(0).get<std::string>(),
                               {place.at(1).get<double>(), place.at(2).get<double>()},
                               reasonOf(place.at(3).get<std::string>()),
                               place.at(4).get<double>(),
                               place.at(5).get<int>(),
                               place.size() > 6 && place.at(6).get<bool>(),
                               place.size() > 7
                                   ? sightArmOf(place.at(7).get<std::string>()).value_or(SightArm::Free)
                                   : SightArm::Free});
    return pass;
}

std::optional<JudgementLog> logOf(const Item* item)
{
    if (!item)
        return std::nullopt;
    try {
        const json content = json::parse(item->json);
        return JudgementLog{content.at("seconds").get<double>(), content.at("plays").get<int>(),
                            content.at("speed").get<double>(),   content.at("revisions").get<int>(),
                            content.at("peeked").get<bool>(),    content.at("committed").get<std::int64_t>()};
    } catch (const json::exception&) {
        return std::nullopt;
    }
}

Item passNamed(ReviewPass pass, const std::string& repeatLayer)
{
    pass.repeatLayer = repeatLayer;
    return passItem(pass);
}

constexpr std::array kArms{std::pair{SightArm::Free, "free"}, std::pair{SightArm::Shown, "shown"},
                           std::pair{SightArm::Hidden, "hidden"}};

/// What items of judgements are called in project files.
bool isOfJudgement(const Item& item)
{
    return item.kind == kLogItems || item.kind == kExposureItems;
}

}

const char* name(SightArm wanted)
{
    for (const auto& [arm, name] : kArms) {
        if (arm == wanted)
            return name;
    }
    return "";
}

std::optional<SightArm> sightArmOf(const std::string& name)
{
    for (const auto& [arm, known] : kArms) {
        if (name == known)
            return arm;
    }
    return std::nullopt;
}

std::string judgementName(const ReviewPass& pass, const ReviewPass::Place& place)
{
    return layerAt(pass, place).name + "|" + place.video + "|" + jsonText(json(place.span.start));
}

ReviewPass passOver(const Annotation& annotation, const std::string& annotator,
                    std::vector<ReviewPass::Place> places, const std::string& of)
{
    ReviewPass pass;
    int number = 1;
    do
        pass.layer = annotatorLayer(of, annotator, number++);
    while (reviewPass(annotation, pass.layer.name));
    pass.isBlind = false;
    pass.settings.reasons = {ReviewReason::Model};
    pass.places = std::move(places);
    return pass;
}

ReviewPass firstPass(const std::string& annotator)
{
    ReviewPass pass;
    pass.layer = annotatorLayer(kLabelsTier, annotator, 1);
    pass.settings.reasons = {ReviewReason::NotLabelled, ReviewReason::Flagged};
    pass.settings.order = ReviewOrder::Context;
    return pass;
}

ReviewPass continuedPass(const Annotation& annotation, ReviewPass pass)
{
    const auto there = reviewPass(annotation, pass.layer.name);
    pass.places = there ? there->places : std::vector<ReviewPass::Place>();
    pass.repeatLayer = there && !there->repeatLayer.empty() ? there->repeatLayer
        : pass.mix.repeats > 0.0                            ? layerFor(pass.layer, LayerPurpose::Repeat).name
                                                            : std::string();
    return pass;
}

Layer layerAt(const ReviewPass& pass, const ReviewPass::Place& place)
{
    if (!place.isRepeat)
        return pass.layer;
    Layer again = layerFor(pass.layer, LayerPurpose::Repeat);
    if (!pass.repeatLayer.empty())
        again.name = pass.repeatLayer;
    return again;
}

Item passItem(const ReviewPass& pass)
{
    return {kPassItems, pass.layer.name, jsonText(toJson(pass))};
}

Change renamePass(const Annotation& annotation, const std::string& before, const std::string& after)
{
    Change change;
    for (const auto& [key, item] : annotation.items()) {
        Item renamed = item;
        if (item.kind == kPassItems && item.name == before)
            renamed.name = after;
        else if (isOfJudgement(item) && item.name.starts_with(before + "|"))
            renamed.name.replace(0, before.size(), after);
        else if (auto pass = item.kind == kPassItems ? reviewPass(annotation, item.name) : std::nullopt;
                 pass && pass->repeatLayer == before)
            renamed = passNamed(std::move(*pass), after);
        else
            continue;
        if (renamed.name != item.name)
            change.items.push_back({item, std::nullopt});
        change = change.followedBy(putItem(annotation, renamed));
    }
    return change;
}

std::optional<ReviewPass> reviewPass(const Annotation& annotation, const std::string& layer)
{
    const Item* item = annotation.item(kPassItems, layer);
    if (!item)
        return std::nullopt;
    try {
        return passOf(layer, json::parse(item->json));
    } catch (const json::exception&) {
        return std::nullopt;
    }
}

std::vector<ReviewPass> reviewPasses(const Annotation& annotation)
{
    std::vector<ReviewPass> passes;
    for (const auto& [key, item] : annotation.items()) {
        if (key.first != kPassItems)
            continue;
        if (auto pass = reviewPass(annotation, key.second))
            passes.push_back(std::move(*pass));
    }
    return passes;
}

Item logItem(const ReviewPass& pass, const ReviewPass::Place& place, const JudgementLog& log)
{
    const json content{{"seconds", log.seconds},     {"plays", log.plays},      {"speed", log.speed},
                       {"revisions", log.revisions}, {"peeked", log.hasPeeked}, {"committed", log.committed}};
    return {kLogItems, judgementName(pass, place), jsonText(content)};
}

std::optional<JudgementLog> judgementLog(const Annotation& annotation, const ReviewPass& pass,
                                         const ReviewPass::Place& place)
{
    return logOf(annotation.item(kLogItems, judgementName(pass, place)));
}

SegmentId segmentAt(const Annotation& annotation, const ReviewPass::Place& place, const Tier* judged)
{
    if (!judged)
        return 0;
    const auto middle = TimePoint::ofSeconds((place.span.start + place.span.end) / 2);
    const auto found = annotation.byTime(judged->id).covering(middle.ticks);
    return found.empty() ? 0 : found.front().id;
}

bool isCommitted(const Item* log)
{
    const auto kept = logOf(log);
    return kept && kept->committed != 0;
}

bool isPlaceDone(const Annotation& annotation, const ReviewPass& pass, const ReviewPass::Place& place,
                 const Tier* judged)
{
    const SegmentId segment = segmentAt(annotation, place, judged);
    const Segment* answer
        = segment == 0 ? nullptr : judgement(annotation, segment, layerAt(pass, place).name);
    return answer && !answer->values.empty()
        && isCommitted(annotation.item(kLogItems, judgementName(pass, place)));
}

std::size_t donePlaces(const Annotation& annotation, const ReviewPass& pass)
{
    const auto tiers = tiersCalled(annotation, pass.layer.of);
    return static_cast<std::size_t>(std::ranges::count_if(pass.places, [&](const ReviewPass::Place& place) {
        const auto tier = tiers.find(place.video);
        return isPlaceDone(annotation, pass, place, tier == tiers.end() ? nullptr : tier->second);
    }));
}

void addPlaces(ReviewPass& pass, const std::vector<ReviewPass::Place>& further)
{
    std::set<std::tuple<std::string, double, bool>> known;
    for (const ReviewPass::Place& place : pass.places)
        known.emplace(place.video, place.span.start, place.isRepeat);
    for (const ReviewPass::Place& place : further) {
        if (known.emplace(place.video, place.span.start, place.isRepeat).second)
            pass.places.push_back(place);
    }
}

}
