#include "app/editing/segment_clipboard.h"

#include "engine/core/json_text.h"

#include <nlohmann/json.hpp>

namespace app {

namespace {

using nlohmann::json;

constexpr auto kFormat = "application/x-polylogue-segments";

json toJson(const engine::LabelValue& value)
{
    json result{{"annotator", value.by.annotator},
                {"when", value.by.when},
                {"pass", value.by.pass},
                {"visible", value.by.visible}};
    std::visit([&](const auto& given) { result["value"] = given; }, value.value);
    return result;
}

json toJson(const engine::Segment& segment)
{
    json result{{"start", segment.start.ticks}, {"end", segment.end.ticks},   {"text", segment.text},
                {"comment", segment.comment},   {"flagged", segment.flagged}, {"values", json::object()}};
    if (segment.confidence)
        result["confidence"] = *segment.confidence;
    for (const auto& [label, value] : segment.values)
        result["values"][label] = toJson(value);
    return result;
}

engine::LabelValue valueOf(const json& from)
{
    engine::LabelValue value;
    if (from.at("value").is_number())
        value.value = from.at("value").get<double>();
    else
        value.value = from.at("value").get<std::string>();
    value.by = {from.at("annotator").get<std::string>(), from.at("when").get<std::int64_t>(),
                from.at("pass").get<int>(), from.at("visible").get<std::string>()};
    return value;
}

engine::Segment segmentOf(const json& from)
{
    engine::Segment segment;
    segment.start = engine::TimePoint::ofTicks(from.at("start").get<std::int64_t>());
    segment.end = engine::TimePoint::ofTicks(from.at("end").get<std::int64_t>());
    segment.text = from.at("text").get<std::string>();
    segment.comment = from.at("comment").get<std::string>();
    segment.flagged = from.at("flagged").get<bool>();
    if (from.contains("confidence"))
        segment.confidence = from.at("confidence").get<double>();
    for (const auto& [label, value] : from.at("values").items())
        segment.values[label] = valueOf(value);
    return segment;
}

/// A cell of a table: one line, no tabs.
QString cell(const std::string& text)
{
    return QString::fromStdString(text).simplified();
}

QString line(const engine::Segment& segment, const engine::Tier& tier)
{
    QStringList cells{QString::number(segment.start.seconds(), 'f', 6),
                      QString::number(segment.end.seconds(), 'f', 6), cell(segment.text)};
    for (const engine::LabelScheme& label : tier.labels) {
        const auto value = segment.values.find(label.name);
        if (value == segment.values.end())
            cells << QString();
        else if (const double* number = std::get_if<double>(&value->second.value))
            cells << QString::number(*number, 'g', 10);
        else
            cells << cell(std::get<std::string>(value->second.value));
    }
    return cells.join(QLatin1Char('\t')) + QLatin1Char('\n');
}

}

std::unique_ptr<QMimeData> toMimeData(const CopiedSegments& copied, const engine::Tier& tier)
{
    json all{{"tier", copied.tier}, {"segments", json::array()}};
    QString text;
    for (const engine::Segment& segment : copied.segments) {
        all["segments"].push_back(toJson(segment));
        text += line(segment, tier);
    }
    auto data = std::make_unique<QMimeData>();
    data->setData(QLatin1String(kFormat),
                  QByteArray::fromStdString(engine::jsonText(all))); // files may hold any bytes
    data->setText(text);
    return data;
}

std::optional<CopiedSegments> fromMimeData(const QMimeData* data)
{
    if (!data || !data->hasFormat(QLatin1String(kFormat)))
        return std::nullopt;
    try {
        const json all = json::parse(data->data(QLatin1String(kFormat)).toStdString());
        CopiedSegments copied;
        copied.tier = all.at("tier").get<TierName>();
        for (const json& segment : all.at("segments"))
            copied.segments.push_back(segmentOf(segment));
        return copied.segments.empty() ? std::nullopt : std::optional(std::move(copied));
    } catch (const json::exception&) {
        return std::nullopt;
    }
}

}
