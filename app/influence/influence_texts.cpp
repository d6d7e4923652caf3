#include "app/influence/influence_texts.h"

#include <QLocale>

#include <cmath>

namespace app {

namespace {

QString twoDigits(double value)
{
    return QLocale().toString(value, 'f', 2);
}

int numberOf(std::size_t count)
{
    return static_cast<int>(count);
}

}

QString InfluenceTexts::labelName(const MeasuredLabel& label)
{
    return QStringLiteral("%1 · %2").arg(QString::fromStdString(label.tier),
                                         QString::fromStdString(label.label));
}

QString InfluenceTexts::finding(const MeasuredLabel& label)
{
    if (!label.found)
        return tr("No answer was given yet while a prediction of this label was measured.");
    const engine::Influence& found = *label.found;
    if (!found.closer)
        return tr("%n segment(s) were answered both with and without the prediction; %1 are needed before "
                  "anything can be told.",
                  nullptr, numberOf(found.units))
            .arg(engine::kLeastInfluenceUnits);
    QString text = (*found.closer >= 0.0
                        ? tr("Where the prediction was visible (%1 answers, %n segment(s)), answers lay %2 "
                             "steps nearer to it (p = %3).",
                             nullptr, numberOf(found.units))
                        : tr("Where the prediction was visible (%1 answers, %n segment(s)), answers lay %2 "
                             "steps further from it (p = %3).",
                             nullptr, numberOf(found.units)))
                       .arg(found.answersShown)
                       .arg(twoDigits(std::abs(*found.closer)), QLocale().toString(*found.chance, 'g', 2));
    if (found.pull && found.low && found.high)
        text += QLatin1Char(' ')
            + tr("Pull %1 [%2, %3]: 0 is the own view, 1 the prediction.")
                  .arg(twoDigits(*found.pull), twoDigits(*found.low), twoDigits(*found.high));
    else
        text += QLatin1Char(' ')
            + tr("The pull is undefined: too few segments have two hidden answers, or the prediction says "
                 "what people say anyway.");
    if (found.dropped > 0)
        text += QLatin1Char(' ')
            + tr("%n segment(s) were answered in one way only and count for nothing.", nullptr,
                 numberOf(found.dropped));
    if (!label.isRandomised)
        text += QLatin1Char(' ') + tr("Not randomised: who looks may differ from who does not.");
    return text;
}

QString InfluenceTexts::power(const std::vector<engine::InfluencePower>& powers, std::size_t raters)
{
    if (raters < 2)
        return tr("Two annotators at least are needed: half of them see the prediction of a segment.");
    if (powers.empty())
        return {};
    const std::optional<double> findable = engine::findablePull(powers);
    const QString head = findable
        ? tr("With %n segment(s) and %1 annotators, a pull of %2 is found in four of "
             "five such measurements.",
             nullptr, numberOf(powers.front().units))
              .arg(raters)
              .arg(twoDigits(*findable))
        : tr("With %n segment(s) and %1 annotators, even a pull of %2 is found in "
             "fewer than four of five such measurements.",
             nullptr, numberOf(powers.front().units))
              .arg(raters)
              .arg(twoDigits(powers.back().pull));
    return head;
}

QString InfluenceTexts::state(const MeasuredLabel& label)
{
    if (!label.study)
        return {};
    const engine::InfluenceStudy& study = *label.study;
    QStringList raters;
    for (const std::string& rater : study.raters)
        raters << QString::fromStdString(rater);
    const std::size_t answers = label.found ? label.found->answersShown + label.found->answersHidden : 0;
    const QString model = QString::fromStdString(study.model);
    const QString all = QLocale().toString(static_cast<qlonglong>(study.units.size() * study.raters.size()));
    return (study.isEnded ? tr("The measurement of %1 has ended. Annotators: %2. %3 of %4 answers count.")
                          : tr("%1 is measured. Annotators: %2. %3 of %4 answers count so far; blind passes "
                               "show or hide the prediction by themselves."))
        .arg(model, raters.join(QStringLiteral(", ")), QLocale().toString(static_cast<qlonglong>(answers)),
             all);
}

}
