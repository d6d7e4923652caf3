#include "app/team/segment_texts.h"

#include "app/agreement/agreement_text.h"
#include "widgets/base/scale_number.h"

#include <QStringList>

#include <algorithm>
#include <cmath>

namespace app {

namespace {

constexpr auto kNameFigure = "ku_alpha:";
constexpr double kLeastShift = 0.005; ///< seconds: less is shown as nothing

QString twoPlaces(double value)
{
    return widgets::shownNumber(value, 2, 'f');
}

std::optional<double> termOf(const engine::Statistic& statistic, const char* name)
{
    const auto found = std::ranges::find(statistic.terms, name, &engine::StatisticTerm::name);
    return found == statistic.terms.end() ? std::nullopt : std::optional(found->value);
}

/// The name that a figure is of; empty: of none.
QString nameOf(const engine::Statistic& statistic)
{
    const QString key = QString::fromStdString(statistic.key);
    return key.startsWith(QLatin1String(kNameFigure)) ? key.mid(QLatin1String(kNameFigure).size())
                                                      : QString();
}

QString shownName(const std::string& name)
{
    return name.empty() ? SegmentTexts::tr("without a name") : QString::fromStdString(name);
}

QString laterText(const QString& who, const QString& other, double starts, double ends)
{
    const auto shift = [](double seconds, const QString& later, const QString& earlier, const QString& same) {
        if (std::abs(seconds) < kLeastShift)
            return same;
        return (seconds > 0 ? later : earlier).arg(twoPlaces(std::abs(seconds)));
    };
    return SegmentTexts::tr("Beside %1, %2 %3 and %4 (medians).")
        .arg(other, who,
             shift(starts, SegmentTexts::tr("begins %1 s later"), SegmentTexts::tr("begins %1 s earlier"),
                   SegmentTexts::tr("begins at the same time")),
             shift(ends, SegmentTexts::tr("ends %1 s later"), SegmentTexts::tr("ends %1 s earlier"),
                   SegmentTexts::tr("ends at the same time")));
}

}

QString SegmentTexts::tierText(const SegmentAgreement& agreement)
{
    return QString::fromStdString(agreement.label.empty() ? agreement.tier : agreement.label);
}

QString SegmentTexts::headText(const SegmentAgreement& agreement)
{
    QStringList raters;
    for (const std::string& rater : agreement.report.raters)
        raters << QString::fromStdString(rater);
    return tr("%1 cut %n video(s) into segments of their own.", nullptr, static_cast<int>(agreement.videos))
        .arg(raters.join(QStringLiteral(", ")));
}

QString SegmentTexts::pairText(const engine::SegmentSweep& sweep)
{
    return QStringLiteral("%1 – %2").arg(QString::fromStdString(sweep.first),
                                         QString::fromStdString(sweep.second));
}

QString SegmentTexts::figureText(const engine::Statistic& statistic)
{
    const QString name = nameOf(statistic);
    const QString figure
        = statistic.key.starts_with(kNameFigure) ? tr("kuα of “%1”").arg(name) : figureName(statistic);
    const QString between = betweenText(statistic);
    return between.isEmpty() ? figure : tr("%1, %2").arg(figure, between);
}

QString SegmentTexts::valueText(const engine::Statistic& statistic)
{
    if (!statistic.value)
        return tr("undefined");
    const QString value = twoPlaces(*statistic.value);
    return termOf(statistic, "approximate").value_or(0) > 0 ? tr("about %1").arg(value) : value;
}

QString SegmentTexts::intervalText(const engine::Statistic& statistic)
{
    if (statistic.interval)
        return QStringLiteral("[%1, %2]")
            .arg(twoPlaces(statistic.interval->low), twoPlaces(statistic.interval->high));
    if (statistic.value && statistic.key.find("u_alpha") != std::string::npos)
        return tr("from 5 videos on");
    return QStringLiteral("–");
}

QString SegmentTexts::questionText(const engine::Statistic& statistic)
{
    if (statistic.key == "u_alpha")
        return tr("Do they say the same at the same moments?");
    if (statistic.key == "u_alpha_marked")
        return tr("Do they mark the same moments at all?");
    if (statistic.key == "cu_alpha")
        return tr("Where both marked, do they say the same?");
    if (statistic.key == "gamma")
        return tr("Can their segments be paired, in place and in name?");
    if (statistic.key == "boundary_b")
        return tr("Do they cut at the same places?");
    if (statistic.key == "boundary_pi")
        return tr("Do they cut at the same places, beyond chance?");
    return tr("Is “%1” used alike?").arg(nameOf(statistic));
}

QString SegmentTexts::ruleText(const engine::Statistic& statistic)
{
    QStringList lines{app::ruleText(statistic)};
    lines << tr("%n segment(s)", nullptr, static_cast<int>(statistic.units)) + QStringLiteral(" · ")
            + tr("%n rater(s)", nullptr, static_cast<int>(statistic.raters));
    if (const auto coverage = termOf(statistic, "coverage"))
        lines << tr("Another rater marked something in %1 % of the time of this name.")
                     .arg(std::lround(*coverage * 100.0));
    if (const auto samples = termOf(statistic, "samples"))
        lines << tr("Chance from %1 samples, seed %2")
                     .arg(QString::number(*samples), QString::number(*termOf(statistic, "seed")));
    if (const QString dropped = droppedText(statistic); !dropped.isEmpty())
        lines << tr("left out: %1").arg(dropped);
    return lines.join(QLatin1Char('\n'));
}

QString SegmentTexts::figure(const engine::SweepFigure& figure)
{
    return figure.value ? twoPlaces(*figure.value) : QStringLiteral("–");
}

QString SegmentTexts::sweepText(const engine::SegmentSweep& sweep)
{
    const engine::FoundSegments& found = sweep.found.front();
    QStringList sentences;
    if (found.found == 0) {
        sentences << tr("No segment of one overlaps one of the other.");
    } else {
        sentences << tr("Of %n segment(s) that both found, %1 % have the same name.", nullptr,
                        static_cast<int>(found.found))
                         .arg(std::lround(found.sameName.value.value_or(0) * 100.0));
        sentences << (found.kappa.value
                          ? tr("κ of the names is %1.").arg(twoPlaces(*found.kappa.value))
                          : tr("κ of the names is undefined: both always say one and the same."));
    }
    if (sweep.startsLater && sweep.endsLater)
        sentences << laterText(QString::fromStdString(sweep.second), QString::fromStdString(sweep.first),
                               *sweep.startsLater, *sweep.endsLater);
    return sentences.join(QLatin1Char(' '));
}

QString SegmentTexts::differenceText(const engine::SegmentDifference& difference,
                                     const engine::SegmentSweep& sweep)
{
    if (difference.first && difference.second)
        return tr("%1 and %2").arg(shownName(difference.first->name), shownName(difference.second->name));
    const bool isFirst = difference.first.has_value();
    return tr("only %1: %2")
        .arg(QString::fromStdString(isFirst ? sweep.first : sweep.second),
             shownName((isFirst ? difference.first : difference.second)->name));
}

}
