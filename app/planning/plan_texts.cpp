#include "app/planning/plan_texts.h"

#include "widgets/base/theme.h"

#include <QLocale>

#include <cmath>

namespace app {

namespace {

/// The row with so many units and raters; null: there is none.
const engine::DesignRow* rowOf(const std::vector<engine::DesignRow>& rows, std::size_t units,
                               std::size_t raters)
{
    for (const engine::DesignRow& row : rows) {
        if (row.units == units && row.raters == raters)
            return &row;
    }
    return nullptr;
}

int count(std::size_t number)
{
    return static_cast<int>(number);
}

QString bold(const QString& text)
{
    return QStringLiteral("<b>%1</b>").arg(text);
}

std::size_t mostUnits(const std::vector<engine::DesignRow>& rows)
{
    std::size_t most = 0;
    for (const engine::DesignRow& row : rows)
        most = std::max(most, row.units);
    return most;
}

}

QString PlanTexts::figure(double value, int decimals)
{
    return QLocale().toString(value, 'f', decimals);
}

QString PlanTexts::costText(double cost)
{
    const bool isWhole = cost >= 1000.0 || std::abs(cost - std::round(cost)) < 0.005;
    return figure(cost, isWhole ? 0 : 2);
}

QString PlanTexts::labelName(const PlannedLabel& label)
{
    const engine::StudyAssumptions& study = label.pilot.assumptions;
    const QString name = label.label.empty() ? tr("none: assumed") : QString::fromStdString(label.label);
    return tr("%1, %n step(s)", nullptr, study.high - study.low + 1).arg(name);
}

QString PlanTexts::pilotText(const PlannedLabel& label)
{
    if (label.pilot.assumptions.isFromPilot) {
        QString text = tr("From the answers of the project: %n segment(s) with two or more, %1 people.",
                          nullptr, count(label.answeredTwice))
                           .arg(label.raters);
        if (label.pilot.reliabilityOfOne)
            text += QLatin1Char(' ')
                + tr("Reliability of one answer: %1.").arg(figure(*label.pilot.reliabilityOfOne, 2));
        return text;
    }
    if (label.raters == 0)
        return tr("Usual raters: the project has no answers yet from which more could be learnt.");
    return tr("Usual raters: %n segment(s) with two answers are too few to learn from; %1 are needed, by %2 "
              "people.",
              nullptr, count(label.answeredTwice))
        .arg(engine::kPilotUnits)
        .arg(engine::kPilotRaters);
}

QString PlanTexts::sentence(const engine::StudyPlan& plan, const PlanWish& wish, bool reaches)
{
    if (!plan.shareUnits)
        return tr("Nothing in the table tells α within ± %1.").arg(figure(wish.goals.halfWidth, 2));
    const QString people = bold(tr("%n person(s)", nullptr, count(*plan.ratersOfShare())));
    const QString segments = bold(tr("%n segment(s)", nullptr, count(*plan.shareUnits)));
    QString text = reaches ? tr("Let %1 judge the same %2: α within ± %3 for these raters.")
                           : tr("If %1 judge the same %2, α is not known within ± %3.");
    text = text.arg(people, segments, figure(wish.goals.halfWidth, 2));
    if (plan.everywhere && *plan.shareUnits < wish.segments)
        text += QLatin1Char(' ')
            + tr("Of the rest, %1 for each segment.")
                  .arg(bold(tr("%n person(s)", nullptr, count(*plan.everywhere))));
    return text;
}

QString PlanTexts::costs(const engine::StudyPlan& plan, const std::vector<engine::DesignRow>& rows)
{
    QStringList parts;
    if (plan.ratings && *plan.cost < *plan.costOfAll)
        parts << tr("%1 ratings at a cost of %2; %3 if all were judged so often.")
                     .arg(QLocale().toString(static_cast<qlonglong>(*plan.ratings)), costText(*plan.cost),
                          costText(*plan.costOfAll));
    else if (plan.ratings)
        parts << tr("%1 ratings at a cost of %2.")
                     .arg(QLocale().toString(static_cast<qlonglong>(*plan.ratings)), costText(*plan.cost));
    if (plan.everywhere) {
        const engine::DesignRow* row = rowOf(rows, mostUnits(rows), *plan.everywhere);
        if (row && row->reliability)
            parts << tr("The mean of %1: reliability %2, %3 steps from what is true.")
                         .arg(*plan.everywhere)
                         .arg(figure(*row->reliability, 2), figure(row->error, 2));
    }
    return parts.join(QLatin1Char(' '));
}

QString PlanTexts::timeText(double seconds)
{
    return seconds >= 5400.0 ? tr("%1 h").arg(figure(seconds / 3600.0, 1))
                             : tr("%1 min").arg(figure(std::ceil(seconds / 60.0), 0));
}

QString PlanTexts::consensus(double error, const engine::DesignRow& row)
{
    return tr("A consensus in which raters count by how well they judge lies %1 steps from what is true, "
              "their mean "
              "%2.")
        .arg(figure(error, 2), figure(row.error, 2));
}

QString PlanTexts::chosen(const engine::DesignRow& row)
{
    const QString head = tr("%n person(s) on %1 segments", nullptr, count(row.raters)).arg(row.units);
    if (!row.alpha || !row.halfWidthOfUnits || !row.halfWidthOfRaters)
        return tr("%1: α is undefined, since in some simulated studies all ratings are the same.").arg(head);
    const QString text
        = tr("%1: α about %2; ± %3 for these raters, which more segments cure; ± %4 for raters like these, "
             "which only more raters cure.")
              .arg(head, widgets::signedNumber(*row.alpha, 2).remove(QLatin1Char('+')),
                   figure(*row.halfWidthOfUnits, 3), figure(*row.halfWidthOfRaters, 3));
    return QString(text).replace(QStringLiteral("± "), QStringLiteral("±\u00a0")); // never at a line's end
}

QString PlanTexts::notes(const engine::StudyPlan& plan, const std::vector<engine::DesignRow>& rows,
                         const PlanWish& wish, bool isReached)
{
    QStringList notes;
    if (!isReached)
        notes << tr("With up to %1 people, up to %n segment(s) do not tell α within ± %2.", nullptr,
                    count(mostUnits(rows)))
                     .arg(wish.design.mostRaters)
                     .arg(figure(wish.goals.halfWidth, 2));
    if (!plan.everywhere)
        notes << tr("No mean of up to %1 answers comes within %2 steps with a reliability of %3: the plan "
                    "says nothing of the rest.")
                     .arg(wish.design.mostRaters)
                     .arg(figure(wish.goals.error, 2), figure(wish.goals.reliability, 2));
    const std::size_t raters = plan.ratersOfShare().value_or(wish.design.mostRaters);
    const std::optional<double> part = engine::halfWidthBetweenRaters(rows, raters);
    if (part && *part > wish.goals.halfWidth)
        notes << tr("Other raters like these move α by ± %1: no number of segments makes up for that.")
                     .arg(figure(*part, 3));
    return notes.join(QLatin1Char('\n'));
}

QString PlanTexts::nothingToPlan(const PlanWish& wish)
{
    if (wish.segments < 2)
        return tr("There is nothing to plan: say how many segments there will be.");
    if (wish.design.mostRaters < 2)
        return tr("There is nothing to plan: one person agrees with nobody.");
    return {};
}

QString designCommand(const PlanWish& wish)
{
    const engine::StudyAssumptions& study = wish.design.assumptions;
    QStringList units;
    for (const std::size_t number : wish.design.units)
        units << QString::number(number);
    const auto option = [](const char* name, double value) {
        return QStringLiteral(" --%1 %2").arg(QLatin1String(name)).arg(value);
    };
    return QStringLiteral("polylogue-cli design --scale=%1,%2 --units %3")
               .arg(study.low)
               .arg(study.high)
               .arg(units.join(QLatin1Char(',')))
        + option("raters", static_cast<double>(wish.design.mostRaters))
        + option("alpha-within", wish.goals.halfWidth) + option("reliability", wish.goals.reliability)
        + option("error", wish.goals.error) + option("cost", wish.design.cost)
        + QStringLiteral(" --project %1").arg(wish.segments) + option("spread", study.spread)
        + option("bias", study.bias) + option("slope", study.slope) + option("noise", study.noise)
        + QStringLiteral(" --seed %1").arg(wish.design.seed);
}

}
