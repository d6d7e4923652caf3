#include "engine/project_items/gold_items.h"

#include "engine/annotation/edits.h"
#include "engine/annotation/layers.h"
#include "engine/core/json_text.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace engine {

namespace {

using nlohmann::json;

bool holdsMiddle(const Interval& span, const Interval& of)
{
    const double middle = (of.start + of.end) / 2;
    return middle >= span.start && middle < span.end;
}

std::optional<GoldItem> goldOf(const Item& item)
{
    try {
        const json content = json::parse(item.json);
        GoldItem gold{content.at("video").get<std::string>(),
                      {content.at("start").get<double>(), content.at("end").get<double>()},
                      {},
                      content.value("explanation", std::string()),
                      content.value("by", std::string()),
                      content.value("when", std::int64_t{0})};
        for (const auto& [label, value] : content.at("values").items()) {
            if (value.is_number())
                gold.values[label] = value.get<double>();
            else
                gold.values[label] = value.get<std::string>();
        }
        return gold.values.empty() ? std::nullopt : std::optional(gold);
    } catch (const json::exception&) { // of another version: it stays in the project as it is
        return std::nullopt;
    }
}

}

Item itemOf(const GoldItem& gold)
{
    json values = json::object();
    for (const auto& [label, value] : gold.values)
        std::visit([&, &name = label](const auto& given) { values[name] = given; }, value);
    const json content{{"video", gold.video}, {"start", gold.span.start},        {"end", gold.span.end},
                       {"values", values},    {"explanation", gold.explanation}, {"by", gold.by},
                       {"when", gold.when}};
    return {kGoldItems, gold.video + "|" + jsonText(json(gold.span.start)), jsonText(content)};
}

std::vector<GoldItem> goldItems(const Annotation& annotation)
{
    std::vector<GoldItem> all;
    for (auto found = annotation.items().lower_bound({kGoldItems, {}});
         found != annotation.items().end() && found->first.first == kGoldItems; ++found) {
        if (auto gold = goldOf(found->second))
            all.push_back(std::move(*gold));
    }
    std::ranges::sort(all, {}, [](const GoldItem& gold) { return std::pair(gold.video, gold.span.start); });
    return all;
}

const GoldItem* goldAt(const std::vector<GoldItem>& gold, const std::string& video, const Interval& span)
{
    const auto [first, last] = std::ranges::equal_range(gold, video, {}, &GoldItem::video);
    const auto found = std::find_if(first, last, [&](const GoldItem& item) {
        return holdsMiddle(item.span, span) && holdsMiddle(span, item.span);
    });
    return found == last ? nullptr : &*found;
}

std::optional<GoldItem> goldItemAt(const Annotation& annotation, const std::string& video,
                                   const Interval& span)
{
    const std::vector<GoldItem> all = goldItems(annotation);
    const GoldItem* found = goldAt(all, video, span);
    return found ? std::optional(*found) : std::nullopt;
}

GoldItem goldOf(const Annotation& annotation, const Segment& judged)
{
    const Tier& tier = *annotation.tier(judged.tier);
    GoldItem gold{tier.video, {judged.start.seconds(), judged.end.seconds()}, {}, {}, {}, 0};
    const Segment* settled = judgement(annotation, judged.id, settledLayer(tier.name, {}).name);
    for (const Segment* source : {&judged, settled}) { // what is settled replaces
        for (const LabelScheme& label : tier.labels) {
            const auto value = source ? source->values.find(label.name) : judged.values.end();
            if (source && value != source->values.end())
                gold.values[label.name] = value->second.value;
        }
    }
    return gold;
}

Change takeGoldAway(const Annotation& annotation, const std::string& video, const Interval& span)
{
    const std::vector<GoldItem> all = goldItems(annotation);
    const GoldItem* gold = goldAt(all, video, span);
    Change change;
    if (!gold)
        return change;
    if (const Item* item = annotation.item(kGoldItems, itemOf(*gold).name))
        change.items.push_back({*item, std::nullopt});
    return change;
}

}
