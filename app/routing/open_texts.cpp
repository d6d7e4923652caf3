#include "app/routing/open_texts.h"

#include "widgets/base/theme.h"

#include <QLocale>

namespace app {

namespace {

constexpr std::size_t kFewUnits = 300;

int rounded(double number)
{
    return static_cast<int>(number + 0.5);
}

}

QString OpenTexts::labelName(const OpenRatings& open)
{
    return QStringLiteral("%1 · %2").arg(QString::fromStdString(open.tier),
                                         QString::fromStdString(open.label));
}

QString OpenTexts::progress(const OpenRatings& open)
{
    if (open.done == open.units.size())
        return tr("All %n judged segment(s) have answers enough.", nullptr,
                  static_cast<int>(open.units.size()));
    return tr("Done %1 of %2 judged segments, about %n answer(s) to go (%3 to %4).", nullptr,
              rounded(open.expected.mean))
        .arg(open.done)
        .arg(open.units.size())
        .arg(rounded(open.expected.low))
        .arg(rounded(open.expected.high));
}

QString OpenTexts::cautions(const OpenRatings& open)
{
    QStringList parts;
    if (open.units.size() < kFewUnits)
        parts
            << tr("Below %1 segments, asking where it tells most may save nothing: the model has to know who "
                  "rates how.")
                   .arg(kFewUnits);
    if (open.unknownRaters > 0)
        parts << tr("%n annotator(s) share too few segments with others and count as ordinary ones.", nullptr,
                    static_cast<int>(open.unknownRaters));
    parts << tr("The expected errors are about a tenth too small: what is done may be a little less certain.");
    return parts.join(QLatin1Char(' '));
}

QString OpenTexts::asked(const engine::AskedTask& task)
{
    if (task.reason == "gain")
        return tr("Asked because this answer tells most: the expected error was %1 steps before.")
            .arg(QLocale().toString(task.loss, 'f', 2));
    if (task.reason == "random")
        return tr("Asked at random, so that the model of annotators can be checked.");
    if (task.reason == "guideline")
        return tr("Asked to check the guideline: a second good annotator is needed here.");
    return tr("Asked because all begin with the same segments.");
}

QString OpenTexts::answers(const OpenFault& fault)
{
    QStringList said;
    for (const auto& [rater, value] : fault.answers)
        said << QStringLiteral("%1 %2").arg(QString::fromStdString(rater), widgets::signedNumber(value, 1));
    return said.join(QStringLiteral(", "));
}

QString OpenTexts::verdict(const std::optional<engine::GuidelineVerdict>& verdict)
{
    if (!verdict)
        return tr("not looked at");
    switch (*verdict) {
    case engine::GuidelineVerdict::Fault:
        return tr("fault of the guideline");
    case engine::GuidelineVerdict::Both:
        return tr("both are right");
    case engine::GuidelineVerdict::Slip:
        break;
    }
    return tr("a slip");
}

}
