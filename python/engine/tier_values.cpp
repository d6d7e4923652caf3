#include "python/engine/tier_values.h"

#include "engine/annotation/project/scheme_json.h"
#include "engine/core/error.h"
#include "engine/core/json_fields.h"
#include "engine/core/json_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace python {

using engine::FormatError;
using nlohmann::json;

namespace {

constexpr std::array kKinds{"interval", "point", "continuous"};
constexpr std::array kConstraints{"none", "time_subdivision", "included_in", "symbolic_subdivision",
                                  "symbolic_association"};
constexpr std::array kTimings{"timed", "heard", "spread", "drafted"};
constexpr double kMostSeconds = 1e9;

json labelValue(const engine::LabelValue& label)
{
    json value = std::visit([](const auto& each) { return json(each); }, label.value);
    return {{"value", std::move(value)},
            {"annotator", label.by.annotator},
            {"when", label.by.when},
            {"pass", label.by.pass},
            {"visible", label.by.visible}};
}

/// The scale of values that have none: the numbers from the least to the greatest, or the different texts.
engine::LabelScheme schemeOf(const std::string& name, const std::vector<engine::Segment>& segments)
{
    engine::LabelScheme scheme{name, engine::FreeText{}};
    engine::NumberScale numbers{0, 0, 0};
    bool hasNumbers = false;
    std::vector<std::string> texts;
    for (const engine::Segment& segment : segments) {
        const auto found = segment.values.find(name);
        if (found == segment.values.end())
            continue;
        if (const double* number = std::get_if<double>(&found->second.value)) {
            numbers.least = hasNumbers ? std::min(numbers.least, *number) : *number;
            numbers.greatest = hasNumbers ? std::max(numbers.greatest, *number) : *number;
            hasNumbers = true;
        } else {
            texts.push_back(std::get<std::string>(found->second.value));
        }
    }
    if (hasNumbers && texts.empty())
        scheme.scale = numbers;
    return scheme;
}

engine::Segment segmentOf(const engine::JsonValue& value, const engine::Tier& tier)
{
    engine::JsonFields fields = value.fields();
    engine::Segment segment;
    segment.tier = tier.id;
    segment.start
        = engine::TimePoint::ofRecorded(fields.at("start", "seconds").number(-kMostSeconds, kMostSeconds));
    segment.end = tier.kind == engine::TierKind::Point && !fields.has("end")
        ? segment.start
        : engine::TimePoint::ofRecorded(fields.at("end", "seconds").number(-kMostSeconds, kMostSeconds));
    if (segment.end < segment.start)
        value.complain("ends before it begins");
    segment.text = fields.text("text", "");
    segment.comment = fields.text("comment", "");
    segment.flagged = fields.flag("flagged", false);
    if (const auto confidence = fields.find("confidence"))
        segment.confidence = confidence->number(0, 1);
    if (const auto samples = fields.find("samples")) {
        for (const double number : samples->numbers())
            segment.samples.push_back(static_cast<float>(number));
    }
    if (const auto values = fields.find("values")) {
        for (const auto& [name, given] : values->json().items()) {
            const json& plain = given.is_object() && given.contains("value") ? given["value"] : given;
            engine::LabelValue label{labelOf(plain, tier.name + ": " + name), {}};
            label.by.annotator = tier.annotator;
            if (given.is_object()) { // as Tier.segments tells them
                label.by.annotator = given.value("annotator", tier.annotator);
                label.by.when = given.value("when", std::int64_t{0});
                label.by.pass = given.value("pass", 1);
                label.by.visible = given.value("visible", std::string());
            }
            segment.values[name] = std::move(label);
        }
    }
    return segment; // fields that are only told, such as `id`, are passed over
}

template <std::size_t Count>
std::size_t indexIn(const std::array<const char*, Count>& names, const std::string& name)
{
    return static_cast<std::size_t>(std::ranges::find(names, name) - names.begin());
}

engine::ExchangedTier tierOf(const engine::JsonValue& value, engine::TierId id)
{
    engine::JsonFields fields = value.fields();
    engine::ExchangedTier made;
    engine::Tier& tier = made.tier;
    tier.id = id;
    tier.name = fields.at("name", "a text").filledText();
    tier.video = fields.text("video", "");
    tier.annotator = fields.text("annotator", "");
    tier.colour = fields.text("colour", "");
    tier.rate = fields.number("rate", 0.0);
    made.tier.participant = fields.text("participant", "");
    tier.kind = static_cast<engine::TierKind>(
        indexIn(kKinds, fields.choice("kind", {kKinds.begin(), kKinds.end()})));
    if (const auto labels = fields.find("labels"))
        tier.labels = engine::project::labelsFromJson(engine::jsonText(labels->json()));
    for (const engine::JsonValue& segment : fields.items("segments"))
        made.segments.push_back(segmentOf(segment, tier));
    for (const engine::Segment& segment : made.segments) {
        for (const auto& [name, ignored] : segment.values) {
            if (!tier.label(name))
                tier.labels.push_back(schemeOf(name, made.segments));
        }
    }
    std::ranges::stable_sort(made.segments, {}, &engine::Segment::start);
    tier.overlapping = engine::anyOverlap(tier, made.segments);
    return made;
}

}

std::variant<double, std::string> labelOf(const json& value, const std::string& place)
{
    if (value.is_number())
        return value.get<double>();
    if (value.is_string())
        return value.get<std::string>();
    throw FormatError("data_invalid", place,
                      "is " + engine::jsonText(value) + ", expected a number or a text");
}

json tierValue(const engine::Tier& tier)
{
    return {
        {"id", tier.id},         {"video", tier.video},
        {"name", tier.name},     {"kind", kKinds.at(static_cast<std::size_t>(tier.kind))},
        {"parent", tier.parent}, {"constraint", kConstraints.at(static_cast<std::size_t>(tier.constraint))},
        {"rate", tier.rate},     {"labels", json::parse(engine::project::toJson(tier.labels))},
        {"source", tier.source}, {"annotator", tier.annotator},
        {"colour", tier.colour}, {"locked", tier.locked}};
}

json segmentValue(const engine::Segment& segment)
{
    json value{{"id", segment.id},
               {"tier", segment.tier},
               {"parent", segment.parent},
               {"start", segment.start.seconds()},
               {"end", segment.end.seconds()},
               {"text", segment.text},
               {"values", json::object()},
               {"confidence", nullptr},
               {"comment", segment.comment},
               {"flagged", segment.flagged},
               {"source_row", segment.sourceRow},
               {"timing", kTimings.at(static_cast<std::size_t>(segment.timing))}};
    for (const auto& [name, label] : segment.values)
        value["values"][name] = labelValue(label);
    if (segment.confidence)
        value["confidence"] = *segment.confidence;
    if (!segment.samples.empty())
        value["samples"] = segment.samples;
    return value;
}

json tiersValue(const engine::ExchangedTiers& tiers)
{
    json list = json::array();
    for (const engine::ExchangedTier& each : tiers.tiers) {
        json tier = tierValue(each.tier);
        tier["participant"] = each.tier.participant;
        tier["times_are_invented"] = each.timesAreInvented;
        tier["segments"] = json::array();
        for (const engine::Segment& segment : each.segments) {
            json value = segmentValue(segment);
            value["interpolated"] = each.interpolated.contains(segment.id);
            tier["segments"].push_back(std::move(value));
        }
        list.push_back(std::move(tier));
    }
    return list;
}

engine::ExchangedTiers tiersOf(const json& value)
{
    const engine::JsonValue list(value, {"data_invalid", "", "tiers"});
    engine::ExchangedTiers tiers;
    engine::SegmentId last = 0;
    for (const engine::JsonValue& each : list.items("a list of tiers")) {
        engine::ExchangedTier tier = tierOf(each, static_cast<engine::TierId>(tiers.tiers.size() + 1));
        for (engine::Segment& segment : tier.segments)
            segment.id = ++last;
        tiers.tiers.push_back(std::move(tier));
    }
    return tiers;
}

}
