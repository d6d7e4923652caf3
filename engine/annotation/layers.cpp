#include "engine/annotation/layers.h"

#include "engine/annotation/edits.h"
#include "engine/annotation/layer_names.h"
#include "engine/annotation/tier_edits.h"
#include "engine/core/json_text.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace engine {

namespace {

using nlohmann::json;

constexpr std::array kPresentations{
    std::pair{Presentation::All, "all"}, std::pair{Presentation::TextOnly, "text"},
    std::pair{Presentation::SoundOnly, "sound"}, std::pair{Presentation::SilentVideo, "silent"}};

constexpr std::array kPurposes{std::pair{LayerPurpose::Judging, "judging"},
                               std::pair{LayerPurpose::Repeat, "again"},
                               std::pair{LayerPurpose::Training, "training"}};

LayerPurpose purposeOf(const std::string& name)
{
    for (const auto& [purpose, known] : kPurposes) {
        if (name == known)
            return purpose;
    }
    return LayerPurpose::Judging;
}

Item itemOf(const Layer& layer)
{
    json content{{"of", layer.of},
                 {"annotator", layer.annotator},
                 {"pass", layer.pass},
                 {"presentation", name(layer.presentation)},
                 {"settled", layer.isSettled}};
    if (layer.purpose != LayerPurpose::Judging)
        content["purpose"] = name(layer.purpose);
    return {kLayerItems, layer.name, jsonText(content)};
}

std::optional<Layer> layerOf(const Item& item)
{
    try {
        const json content = json::parse(item.json);
        return Layer{
            item.name,
            content.at("of").get<std::string>(),
            content.at("annotator").get<std::string>(),
            content.at("pass").get<int>(),
            presentationOf(content.at("presentation").get<std::string>()).value_or(Presentation::All),
            content.at("settled").get<bool>(),
            purposeOf(content.value("purpose", std::string()))};
    } catch (const json::exception&) {
        return std::nullopt;
    }
}

Tier layerTier(const Tier& judged, const Layer& layer)
{
    Tier tier;
    tier.video = judged.video;
    tier.name = layer.name;
    tier.parent = judged.id;
    tier.constraint = Constraint::SymbolicAssociation;
    tier.overlapping = judged.overlapping;
    tier.labels = judged.labels;
    tier.annotator = layer.annotator;
    return tier;
}

/// The tier of a layer that judges the tier of a segment; where it does not exist, or has other labels, the
/// change makes it so.
Tier tierFor(const Annotation& annotation, Change& change, const Segment& judged, const Layer& layer)
{
    const Tier& judgedTier = *annotation.tier(judged.tier);
    const Tier* there = tierCalled(annotation, judgedTier.video, layer.name);
    if (there && there->parent != judgedTier.id)
        throw Refused("There is another tier " + layer.name + " in " + judgedTier.video + ".");
    if (!there) {
        Tier added = *addTier(annotation, layerTier(judgedTier, layer)).tiers.front().after;
        for (const Replaced<Tier>& replaced : change.tiers)
            added.id += replaced.before ? 0 : 1;
        change.tiers.push_back({std::nullopt, added});
        return added;
    }
    Tier tier = *there;
    if (tier.labels != judgedTier.labels) { // it has others by now
        tier.labels = judgedTier.labels;
        change.tiers.push_back({*there, tier});
    }
    return tier;
}

bool saysNothing(const Segment& segment)
{
    return segment.values.empty() && segment.text.empty() && segment.comment.empty() && !segment.flagged
        && !segment.confidence;
}

}

std::string name(Presentation presentation)
{
    return std::ranges::find(kPresentations, presentation, &std::pair<Presentation, const char*>::first)
        ->second;
}

std::string name(LayerPurpose purpose)
{
    return std::ranges::find(kPurposes, purpose, &std::pair<LayerPurpose, const char*>::first)->second;
}

std::optional<Presentation> presentationOf(const std::string& name)
{
    for (const auto& [presentation, known] : kPresentations) {
        if (name == known)
            return presentation;
    }
    return std::nullopt;
}

bool isFirstPass(const Layer& layer)
{
    return !layer.isSettled && layer.pass == 1 && layer.presentation == Presentation::All
        && layer.purpose == LayerPurpose::Judging;
}

Layer annotatorLayer(const std::string& of, const std::string& annotator, int pass, Presentation presentation)
{
    Layer layer{of + "/" + annotator, of, annotator, pass, presentation, false, LayerPurpose::Judging};
    if (pass > 1 || presentation != Presentation::All)
        layer.name += "/" + std::to_string(pass);
    if (presentation != Presentation::All)
        layer.name += "/" + name(presentation);
    return layer;
}

Layer layerFor(Layer judging, LayerPurpose purpose)
{
    judging.purpose = purpose;
    if (purpose != LayerPurpose::Judging)
        judging.name += "/" + name(purpose);
    return judging;
}

Layer settledLayer(const std::string& of, const std::string& annotator)
{
    return {of + "/settled", of, annotator, 1, Presentation::All, true, LayerPurpose::Judging};
}

std::optional<Layer> layerOfTier(const Annotation& annotation, const Tier& tier)
{
    const Tier* judged = annotation.tier(tier.parent);
    if (!judged || tier.constraint != Constraint::SymbolicAssociation)
        return std::nullopt;
    const Item* item = annotation.item(kLayerItems, tier.name);
    const auto known = item ? layerOf(*item) : std::nullopt;
    return known ? known : layerByName(tier, judged->name);
}

Change renameLayers(const Annotation& annotation, const std::string& before, const std::string& after)
{
    Change change;
    for (const auto& [key, item] : annotation.items()) {
        const auto was = key.first == kLayerItems ? layerOf(item) : std::nullopt;
        if (!was || (was->name != before && was->of != before))
            continue;
        Layer layer = *was;
        if (layer.of == before)
            layer.of = after;
        if (layer.name == before) {
            layer.name = after;
            change.items.push_back({item, std::nullopt});
        }
        change = change.followedBy(putItem(annotation, itemOf(layer)));
    }
    return change;
}

std::vector<Layer> layersOf(const Annotation& annotation, const std::string& of)
{
    std::map<std::string, Layer> layers;
    for (const auto& [key, item] : annotation.items()) {
        if (key.first != kLayerItems)
            continue;
        if (const auto layer = layerOf(item); layer && layer->of == of)
            layers.emplace(layer->name, *layer);
    }
    for (const auto& [id, tier] : annotation.tiers()) {
        const Tier* judged = annotation.tier(tier.parent);
        if (judged && judged->name == of && tier.constraint == Constraint::SymbolicAssociation)
            layers.try_emplace(tier.name,
                               Layer{tier.name, of, tier.annotator.empty() ? tier.name : tier.annotator});
    }
    std::vector<Layer> sorted;
    for (auto& [name, layer] : layers)
        sorted.push_back(std::move(layer));
    std::ranges::stable_sort(sorted, {}, [](const Layer& layer) {
        return std::tuple(layer.isSettled, layer.annotator, layer.pass, layer.presentation, layer.purpose);
    });
    return sorted;
}

const Tier* tierCalled(const Annotation& annotation, const std::string& video, const std::string& name)
{
    for (const Tier* tier : annotation.tiersOf(video)) {
        if (tier->name == name)
            return tier;
    }
    return nullptr;
}

std::optional<double> numberGiven(const Segment& segment, const std::string& label)
{
    const auto given = segment.values.find(label);
    const double* number
        = given == segment.values.end() ? nullptr : std::get_if<double>(&given->second.value);
    return number ? std::optional(*number) : std::nullopt;
}

const std::string* termGiven(const Segment& segment, const std::string& label)
{
    const auto given = segment.values.find(label);
    return given == segment.values.end() ? nullptr : std::get_if<std::string>(&given->second.value);
}

std::optional<std::variant<double, std::string>> valueOfStep(const LabelScheme& label, int step)
{
    using Value = std::variant<double, std::string>;
    if (const auto* scale = std::get_if<NumberScale>(&label.scale)) {
        const double value = scale->least + step * (scale->step > 0 ? scale->step : 1.0);
        return value <= scale->greatest ? std::optional<Value>(value) : std::nullopt;
    }
    const auto* vocabulary = std::get_if<Vocabulary>(&label.scale);
    if (vocabulary && static_cast<std::size_t>(step) < vocabulary->terms.size())
        return Value(vocabulary->terms[static_cast<std::size_t>(step)].name);
    return std::nullopt;
}

std::map<std::string, const Tier*> tiersCalled(const Annotation& annotation, const std::string& name)
{
    std::map<std::string, const Tier*> tiers;
    for (const auto& [id, tier] : annotation.tiers()) {
        if (tier.name == name)
            tiers.emplace(tier.video, &tier);
    }
    return tiers;
}

const Segment* judgement(const Annotation& annotation, SegmentId segment, const std::string& layer)
{
    for (const Segment* child : annotation.childrenOf(segment)) {
        if (annotation.tier(child->tier)->name == layer)
            return child;
    }
    return nullptr;
}

Change judge(const Annotation& annotation, SegmentId id, const Layer& layer,
             const std::function<void(Segment&)>& edit)
{
    return judgeMany(annotation, {id}, layer, [&](SegmentId, Segment& judgement) { edit(judgement); });
}

Change judgeMany(const Annotation& annotation, const std::vector<SegmentId>& segments, const Layer& layer,
                 const std::function<void(SegmentId, Segment&)>& edit)
{
    Change change = putItem(annotation, itemOf(layer));
    std::map<TierId, Tier> tiers; // of the layer, by the judged one
    SegmentId unused = annotation.unusedSegment();
    for (const SegmentId id : segments) {
        const Segment* judged = annotation.segment(id);
        if (!judged)
            throw Refused("This segment is not there any more.");
        const auto known = tiers.find(judged->tier);
        const Segment* before = judgement(annotation, id, layer.name);
        Segment after = before ? *before : Segment();
        if (!before) {
            after.id = unused;
            after.parent = id;
            after.start = judged->start;
            after.end = judged->end;
        }
        edit(id, after);
        if ((before && *before == after) || (!before && saysNothing(after)))
            continue;
        const Tier& tier = known != tiers.end()
            ? known->second
            : tiers[judged->tier] = tierFor(annotation, change, *judged, layer);
        after.tier = tier.id;
        unused += before ? 0 : 1;
        change.segments.push_back({before ? std::optional(*before) : std::nullopt,
                                   saysNothing(after) ? std::nullopt : std::optional(std::move(after))});
    }
    return change.segments.empty() ? Change() : change;
}

}
