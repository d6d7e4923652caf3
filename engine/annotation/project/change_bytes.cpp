#include "engine/annotation/project/change_bytes.h"

#include "engine/annotation/project/scheme_json.h"
#include "engine/core/shallow_cbor.h"

#include <nlohmann/json.hpp>
#include <stdexcept>

namespace engine::project {

namespace {

using Json = nlohmann::json;

Json packed(const TimePoint& time)
{
    return time.recorded ? Json::array({time.ticks, *time.recorded}) : Json(time.ticks);
}

TimePoint timeOf(const Json& json)
{
    if (!json.is_array())
        return TimePoint::ofTicks(json.get<std::int64_t>());
    return {json.at(0).get<std::int64_t>(), json.at(1).get<double>()};
}

Json packed(const Tier& tier)
{
    return Json::array({tier.id, tier.video, tier.name, static_cast<int>(tier.kind), tier.parent,
                        static_cast<int>(tier.constraint), tier.overlapping, tier.rate, toJson(tier.labels),
                        tier.source, tier.annotator, tier.order, tier.colour, tier.height, tier.visible,
                        tier.locked, tier.participant});
}

/// @throws std::exception for numbers that name nothing
template <typename Enum>
Enum oneOf(const Json& json, Enum last)
{
    const int number = json.get<int>();
    if (number < 0 || number > static_cast<int>(last))
        throw std::out_of_range("a kind that is not known");
    return static_cast<Enum>(number);
}

void unpack(const Json& json, Tier& tier)
{
    std::size_t at = 0;
    const auto next = [&]() -> const Json& { return json.at(at++); };
    tier.id = next().get<TierId>();
    tier.video = next().get<std::string>();
    tier.name = next().get<std::string>();
    tier.kind = oneOf(next(), TierKind::Continuous);
    tier.parent = next().get<TierId>();
    tier.constraint = oneOf(next(), Constraint::SymbolicAssociation);
    tier.overlapping = next().get<bool>();
    tier.rate = next().get<double>();
    tier.labels = labelsFromJson(next().get<std::string>());
    tier.source = next().get<std::string>();
    tier.annotator = next().get<std::string>();
    tier.order = next().get<int>();
    tier.colour = next().get<std::string>();
    tier.height = next().get<int>();
    tier.visible = next().get<bool>();
    tier.locked = next().get<bool>();
    if (at < json.size()) // since version 5 of the schema
        tier.participant = next().get<std::string>();
}

Json packed(const std::map<std::string, LabelValue>& values)
{
    Json all = Json::array();
    for (const auto& [label, value] : values) {
        Json said = std::visit([](const auto& what) { return Json(what); }, value.value);
        all.push_back(Json::array(
            {label, std::move(said), value.by.annotator, value.by.when, value.by.pass, value.by.visible}));
    }
    return all;
}

std::map<std::string, LabelValue> valuesOf(const Json& json)
{
    std::map<std::string, LabelValue> values;
    for (const Json& each : json) {
        LabelValue value;
        if (each.at(1).is_string())
            value.value = each.at(1).get<std::string>();
        else
            value.value = each.at(1).get<double>();
        value.by = {each.at(2).get<std::string>(), each.at(3).get<std::int64_t>(), each.at(4).get<int>(),
                    each.at(5).get<std::string>()};
        values.emplace(each.at(0).get<std::string>(), std::move(value));
    }
    return values;
}

Json packed(const Segment& segment)
{
    return Json::array({segment.id, segment.tier, segment.parent, segment.order, packed(segment.start),
                        packed(segment.end), segment.text, packed(segment.values),
                        segment.confidence ? Json(*segment.confidence) : Json(), segment.comment,
                        segment.flagged, segment.samples, segment.sourceRow,
                        static_cast<int>(segment.timing)});
}

void unpack(const Json& json, Segment& segment)
{
    std::size_t at = 0;
    const auto next = [&]() -> const Json& { return json.at(at++); };
    segment.id = next().get<SegmentId>();
    segment.tier = next().get<TierId>();
    segment.parent = next().get<SegmentId>();
    segment.order = next().get<int>();
    segment.start = timeOf(next());
    segment.end = timeOf(next());
    segment.text = next().get<std::string>();
    segment.values = valuesOf(next());
    if (const Json& confidence = next(); !confidence.is_null())
        segment.confidence = confidence.get<double>();
    segment.comment = next().get<std::string>();
    segment.flagged = next().get<bool>();
    segment.samples = next().get<std::vector<float>>();
    segment.sourceRow = next().get<int>();
    segment.timing = oneOf(next(), Timing::Drafted);
}

Json packed(const Item& item)
{
    return Json::array({item.kind, item.name, item.json});
}

void unpack(const Json& json, Item& item)
{
    item = {json.at(0).get<std::string>(), json.at(1).get<std::string>(), json.at(2).get<std::string>()};
}

template <typename T>
Json packedAll(const std::vector<Replaced<T>>& all)
{
    Json list = Json::array();
    for (const Replaced<T>& replaced : all)
        list.push_back(Json::array({replaced.before ? packed(*replaced.before) : Json(),
                                    replaced.after ? packed(*replaced.after) : Json()}));
    return list;
}

template <typename T>
void unpackAll(const Json& json, std::vector<Replaced<T>>& all)
{
    const auto one = [](const Json& from, std::optional<T>& to) {
        if (!from.is_null())
            unpack(from, to.emplace());
    };
    for (const Json& each : json) {
        Replaced<T>& replaced = all.emplace_back();
        one(each.at(0), replaced.before);
        one(each.at(1), replaced.after);
    }
}

}

std::vector<std::uint8_t> bytesOf(const Change& change)
{
    return Json::to_cbor(Json::array(
        {packedAll(change.tiers), packedAll(change.segments), packedAll(change.items), change.ignoresLocks}));
}

Change changeOf(std::span<const std::uint8_t> bytes)
{
    if (!isShallowCbor({reinterpret_cast<const char*>(bytes.data()), bytes.size()}))
        throw std::length_error("a change that is nested more deeply than any");
    const Json json = Json::from_cbor(bytes.begin(), bytes.end());
    Change change;
    unpackAll(json.at(0), change.tiers);
    unpackAll(json.at(1), change.segments);
    unpackAll(json.at(2), change.items);
    change.ignoresLocks = json.at(3).get<bool>();
    return change;
}

}
