#include "app/document/tier_content.h"

#include "engine/annotation/layers.h"
#include "engine/annotation/word_sets.h"
#include "widgets/base/class_colours.h"
#include "widgets/base/scale_number.h"

#include <QCoreApplication>

#include <cmath>

namespace app {

namespace {

struct TierWords {
    Q_DECLARE_TR_FUNCTIONS(app::TierWords)
};

/// `+2` on a scale with negative numbers, else `2`.
QString shownNumber(double value, const engine::LabelScheme& label)
{
    const auto* scale = std::get_if<engine::NumberScale>(&label.scale);
    const int decimals = value == std::round(value) ? 0 : 2;
    return scale && scale->least < 0 ? widgets::signedNumber(value, decimals)
                                     : widgets::shownNumber(value, decimals, 'f');
}

/// The first label gives the colour: a term's own, or that of its place; a number's place between the ends of
/// its scale.
std::variant<std::monostate, QColor, double> colourOf(const engine::Tier& tier,
                                                      const engine::Segment& segment)
{
    if (tier.labels.empty())
        return {};
    const engine::LabelScheme& label = tier.labels.front();
    const auto* scale = std::get_if<engine::NumberScale>(&label.scale);
    if (const auto number = engine::numberGiven(segment, label.name); number && scale && scale->least < 0)
        return *number / std::max(-scale->least, scale->greatest) * 3.0;
    const auto* vocabulary = std::get_if<engine::Vocabulary>(&label.scale);
    const std::string* term = engine::termGiven(segment, label.name);
    for (std::size_t i = 0; vocabulary && term && i < vocabulary->terms.size(); ++i) {
        if (vocabulary->terms[i].name == *term)
            return widgets::termColour(vocabulary->terms[i], static_cast<int>(i));
    }
    return {};
}

QString titleOf(const engine::Tier& tier)
{
    return QString::fromStdString(tier.name);
}

QColor colourOf(const engine::Tier& tier)
{
    return tier.colour.empty() ? QColor() : QColor(QString::fromStdString(tier.colour));
}

}

QString shownValue(const engine::LabelScheme& label, const engine::LabelValue& value)
{
    if (const double* number = std::get_if<double>(&value.value))
        return shownNumber(*number, label);
    const std::string& text = std::get<std::string>(value.value);
    if (engine::wordListOf(label) && engine::wordsOfSet(text).empty())
        return TierWords::tr("none"); // an answer, too
    return QString::fromStdString(text);
}

QString shownText(const engine::Tier& tier, const engine::Segment& segment)
{
    QStringList parts;
    if (segment.flagged)
        parts << QStringLiteral("⚑");
    for (std::size_t i = 0; i < tier.labels.size(); ++i) {
        const auto given = segment.values.find(tier.labels[i].name);
        if (given == segment.values.end())
            continue;
        const QString value = shownValue(tier.labels[i], given->second);
        const bool isZero = std::holds_alternative<double>(given->second.value)
            && std::get<double>(given->second.value) == 0.0;
        if (i == 0)
            parts << value;
        else if (!isZero) // an emotion that is not there says nothing
            parts << QStringLiteral("%1 %2").arg(QString::fromStdString(tier.labels[i].name), value);
    }
    const QString text = QString::fromStdString(segment.text).simplified();
    if (!text.isEmpty() && !parts.contains(text)) // files of other programs say a term in both places
        parts << text;
    return parts.join(QStringLiteral("  "));
}

widgets::TierTrack::Content tierContent(const engine::Annotation& annotation, const engine::Tier& tier)
{
    widgets::TierTrack::Content content;
    content.title = titleOf(tier);
    content.subtitle = QString::fromStdString(tier.annotator);
    content.colour = colourOf(tier);
    content.arePoints = tier.kind == engine::TierKind::Point;
    for (const engine::IntervalIndex::Entry& entry : annotation.byTime(tier.id).all()) {
        const engine::Segment& segment = *annotation.segment(entry.id);
        content.intervals.push_back({segment.start.seconds(), segment.end.seconds()});
        content.texts << shownText(tier, segment);
        content.colours.push_back(colourOf(tier, segment));
    }
    return content;
}

widgets::TraceTrack::Content traceContent(const engine::Annotation& annotation, const engine::Tier& tier)
{
    widgets::TraceTrack::Content content;
    content.title = titleOf(tier);
    content.subtitle = QString::fromStdString(tier.annotator);
    content.colour = colourOf(tier);
    content.rate = tier.rate;
    const engine::NumberScale* scale = tier.firstScale();
    if (scale) {
        content.least = scale->least;
        content.greatest = scale->greatest;
    }
    for (const engine::IntervalIndex::Entry& entry : annotation.byTime(tier.id).all()) {
        const engine::Segment& segment = *annotation.segment(entry.id);
        content.pieces.push_back({segment.start.seconds(), segment.samples});
    }
    return content;
}

}
