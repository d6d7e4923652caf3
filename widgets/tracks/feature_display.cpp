#include "widgets/tracks/feature_display.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace widgets {

namespace {

constexpr const char* kScales[] = {"usual", "full", "symmetric", "typed"};

}

engine::DimensionRange FeatureDisplay::rangeOf(const engine::DimensionRanges& ranges) const
{
    switch (scale) {
    case Scale::Usual:
        return ranges.usual.constant() ? ranges.full : ranges.usual;
    case Scale::Full:
        return ranges.full;
    case Scale::Symmetric: {
        const float most = std::max(std::abs(ranges.usual.low), std::abs(ranges.usual.high));
        return {-most, most};
    }
    case Scale::Typed:
        return {static_cast<float>(low), static_cast<float>(high)};
    }
    return ranges.usual;
}

QString FeatureDisplay::toText() const
{
    QJsonObject json;
    if (form == Form::Lines)
        json[QLatin1String("form")] = QStringLiteral("lines");
    QJsonArray chosen;
    for (const std::size_t dimension : dimensions)
        chosen.append(static_cast<qint64>(dimension));
    if (!chosen.isEmpty())
        json[QLatin1String("dimensions")] = chosen;
    if (scale != Scale::Usual)
        json[QLatin1String("scale")] = QLatin1String(kScales[static_cast<int>(scale)]);
    if (scale == Scale::Typed) {
        json[QLatin1String("low")] = low;
        json[QLatin1String("high")] = high;
    }
    return json.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

FeatureDisplay FeatureDisplay::fromText(const QString& text)
{
    FeatureDisplay display;
    const QJsonObject json = QJsonDocument::fromJson(text.toUtf8()).object();
    if (json[QLatin1String("form")] == QLatin1String("lines"))
        display.form = Form::Lines;
    for (const QJsonValue dimension : json[QLatin1String("dimensions")].toArray()) {
        if (dimension.toInteger(-1) >= 0)
            display.dimensions.push_back(static_cast<std::size_t>(dimension.toInteger()));
    }
    const QString scale = json[QLatin1String("scale")].toString();
    for (std::size_t i = 0; i < std::size(kScales); ++i) {
        if (scale == QLatin1String(kScales[i]))
            display.scale = static_cast<Scale>(i);
    }
    display.low = json[QLatin1String("low")].toDouble(display.low);
    display.high = json[QLatin1String("high")].toDouble(display.high);
    if (!(display.high > display.low))
        display.scale = display.scale == Scale::Typed ? Scale::Usual : display.scale;
    return display;
}

}
