#include "widgets/conversation/figure_table.h"

#include "widgets/base/scale_number.h"

#include <cmath>

namespace widgets {

namespace {

constexpr double kFoundChance = 0.05;

/// A cell of a number, shown in some way.
template <typename Show>
FigureCell figureOf(std::optional<double> value, const Show& show)
{
    if (!value || std::isnan(*value))
        return undefinedFigure({});
    return {show(*value), QString::number(*value, 'g', QLocale::FloatingPointShortest)};
}

/// A text that goes into one cell of a spreadsheet.
QString oneCell(QString text)
{
    return text.replace(QLatin1Char('\t'), QLatin1Char(' ')).replace(QLatin1Char('\n'), QLatin1Char(' '));
}

}

FigureCell undefinedFigure(const QString& why)
{
    FigureCell cell{QStringLiteral("–"), {}};
    cell.tip = why;
    return cell;
}

FigureCell textFigure(const QString& text)
{
    return {text, text};
}

FigureCell numberFigure(std::optional<double> value, int decimals)
{
    return figureOf(value, [decimals](double number) { return shownNumber(number, decimals, 'f'); });
}

FigureCell signedFigure(std::optional<double> value, int decimals)
{
    return figureOf(value, [decimals](double number) { return signedNumber(number, decimals); });
}

FigureCell boundedFigure(std::optional<double> value)
{
    return figureOf(value, [](double number) { return boundedNumber(number, 2); });
}

FigureCell chanceFigure(std::optional<double> chance)
{
    FigureCell cell = figureOf(chance, [](double number) { return chanceNumber(number); });
    cell.isFound = chance && *chance <= kFoundChance;
    return cell;
}

QString tabbedText(const FigureTable& table)
{
    QStringList lines{oneCell(table.title)};
    QStringList heads;
    for (const QString& head : table.heads)
        heads << oneCell(head);
    lines << heads.join(QLatin1Char('\t'));
    for (const std::vector<FigureCell>& row : table.rows) {
        QStringList cells;
        for (const FigureCell& cell : row)
            cells << oneCell(cell.written);
        lines << cells.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

}
