#include "widgets/space/space_colours.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <functional>

namespace widgets {

namespace {

/// Colours that differ on this background, with red and with green blindness, too.
std::vector<QColor> distinctColours(const Theme& theme)
{
    if (theme.isDark())
        return {QColor(0x56, 0xb4, 0xe9), QColor(0xe6, 0x9f, 0x00), QColor(0x00, 0xb0, 0x83),
                QColor(0xf0, 0xe4, 0x42), QColor(0xcc, 0x79, 0xa7), QColor(0xe0, 0x66, 0x10)};
    return {QColor(0x00, 0x72, 0xb2), QColor(0xe0, 0x95, 0x00), QColor(0x00, 0x9e, 0x73),
            QColor(0x56, 0xb4, 0xe9), QColor(0xcc, 0x6a, 0x9f), QColor(0xd5, 0x5e, 0x00)};
}

SpaceColour bytes(const QColor& colour)
{
    return {static_cast<std::uint8_t>(colour.red()), static_cast<std::uint8_t>(colour.green()),
            static_cast<std::uint8_t>(colour.blue())};
}

QColor unknownColour(const Theme& theme)
{
    return mixed(theme.line, theme.muted, 0.35);
}

float labelOf(const SpacePoint& point, int label)
{
    const auto place = static_cast<std::size_t>(label);
    return label >= 0 && place < point.labels.size() ? point.labels[place] : std::nanf("");
}

SpacePalette scalePalette(const SpaceContent& content, SpaceColouring colouring, const Theme& theme)
{
    SpacePalette palette;
    const auto valueOf = [&](const SpacePoint& point) { return scaleValue(content, point, colouring); };
    bool any = false;
    for (const SpacePoint& point : content.points) {
        const float value = valueOf(point);
        if (!std::isfinite(value)) {
            ++palette.unknown;
            continue;
        }
        palette.least = any ? std::min(palette.least, value) : value;
        palette.greatest = any ? std::max(palette.greatest, value) : value;
        any = true;
    }
    // A scale from a whole number to a whole number, and symmetric where it has two sides.
    palette.least = std::floor(std::min(palette.least, 0.0F));
    palette.greatest = std::ceil(std::max(palette.greatest, 0.0F));
    if (palette.least < 0 && palette.greatest > 0) {
        palette.greatest = std::max(palette.greatest, -palette.least);
        palette.least = -palette.greatest;
    }
    palette.colours.reserve(content.points.size());
    for (const SpacePoint& point : content.points) {
        const float value = valueOf(point);
        palette.colours.push_back(bytes(std::isfinite(value) ? labelColour(theme, static_cast<double>(value),
                                                                           palette.least, palette.greatest)
                                                             : unknownColour(theme)));
    }
    return palette;
}

/// @param given  colours of names that have one of their own
SpacePalette groupPalette(const SpaceContent& content,
                          const std::function<QString(const SpacePoint&)>& nameOf, const Theme& theme,
                          const QHash<QString, QColor>& given = {})
{
    QHash<QString, int> counts;
    for (const SpacePoint& point : content.points)
        ++counts[nameOf(point)];
    std::vector<std::pair<QString, int>> named; // the most frequent first
    for (auto entry = counts.cbegin(); entry != counts.cend(); ++entry) {
        if (!entry.key().isEmpty())
            named.emplace_back(entry.key(), entry.value());
    }
    std::sort(named.begin(), named.end(), [](const auto& a, const auto& b) {
        return a.second != b.second ? a.second > b.second : a.first < b.first;
    });

    SpacePalette palette;
    const std::vector<QColor> colours = distinctColours(theme);
    QHash<QString, SpaceColour> colourOf;
    const QColor others = mixed(theme.muted, theme.text, 0.15);
    std::size_t rest = 0; // behind the group of those that share a colour; 0: there is none
    for (std::size_t i = 0; i < named.size(); ++i) {
        const bool own = i < colours.size() || given.contains(named[i].first);
        const QColor colour = given.value(named[i].first, own ? colours[i % colours.size()] : others);
        colourOf.insert(named[i].first, bytes(colour));
        if (own || rest == 0) {
            palette.groups.push_back({named[i].first, colour, named[i].second, 1});
            rest = own ? rest : palette.groups.size();
        } else {
            palette.groups[rest - 1].count += named[i].second;
            ++palette.groups[rest - 1].names;
        }
    }
    if (const int without = counts.value(QString()); without > 0) {
        palette.groups.push_back({{}, unknownColour(theme), without, 1});
        colourOf.insert(QString(), bytes(unknownColour(theme)));
    }
    palette.colours.reserve(content.points.size());
    for (const SpacePoint& point : content.points)
        palette.colours.push_back(colourOf.value(nameOf(point)));
    return palette;
}

}

float scaleValue(const SpaceContent& content, const SpacePoint& point, SpaceColouring colouring)
{
    switch (colouring.kind) {
    case SpaceColouring::Kind::Label:
        return labelOf(point, colouring.label);
    case SpaceColouring::Kind::Prediction:
        return point.prediction;
    case SpaceColouring::Kind::Error:
        return point.prediction - labelOf(point, content.predicted);
    case SpaceColouring::Kind::TrainingError:
        return point.trainingError;
    case SpaceColouring::Kind::TrainingSpread:
        return point.trainingSpread;
    default:
        return std::nanf("");
    }
}

QString className(const SpacePoint& point, SpaceColouring colouring)
{
    if (colouring.kind == SpaceColouring::Kind::Prediction)
        return point.predictedClass;
    const auto place = static_cast<std::size_t>(colouring.label);
    return colouring.kind == SpaceColouring::Kind::Class && place < point.classes.size()
        ? point.classes[place]
        : QString();
}

bool arePredictedClasses(const SpaceContent& content)
{
    return std::ranges::any_of(content.points,
                               [](const SpacePoint& point) { return !point.predictedClass.isEmpty(); });
}

QColor labelColour(const Theme& theme, double value, float least, float greatest)
{
    const double reach = static_cast<double>(std::max(std::abs(least), std::abs(greatest)));
    return theme.sentiment(reach > 0 ? value * 3.0 / reach : 0.0);
}

SpacePalette spacePalette(const SpaceContent& content, SpaceColouring colouring, const Theme& theme)
{
    switch (colouring.kind) {
    case SpaceColouring::Kind::Class:
        return groupPalette(
            content, [&](const SpacePoint& point) { return className(point, colouring); }, theme,
            content.classColours);
    case SpaceColouring::Kind::Prediction:
        return arePredictedClasses(content)
            ? groupPalette(content, std::mem_fn(&SpacePoint::predictedClass), theme, content.classColours)
            : scalePalette(content, colouring, theme);
    case SpaceColouring::Kind::Fold:
        return groupPalette(content, std::mem_fn(&SpacePoint::fold), theme);
    case SpaceColouring::Kind::Speaker:
        return groupPalette(content, std::mem_fn(&SpacePoint::speaker), theme);
    case SpaceColouring::Kind::Interaction:
        return groupPalette(content, std::mem_fn(&SpacePoint::interaction), theme);
    default:
        return scalePalette(content, colouring, theme);
    }
}

}
