#pragma once

#include "widgets/base/theme.h"

#include <QLocale>

#include <cmath>
#include <optional>

namespace widgets {

/// A number as a person reads it: with a true minus, and with the mark of the language before its decimals.
/// What other programs read is written by QString::number(). @param format  as QString::number() has it
inline QString shownNumber(double value, int digits, char format = 'g')
{
    return QString::number(value, format, digits)
        .replace(QLatin1Char('-'), QChar(0x2212))
        .replace(QLatin1Char('.'), QLocale().decimalPoint());
}

/// A correlation, a p or a share as figures are told: without the 0 before its decimals, `.31`, `−.05`,
/// `1.00`.
inline QString boundedNumber(double value, int decimals)
{
    QString text = shownNumber(value, decimals, 'f');
    const qsizetype first = value < 0.0 && text.startsWith(QChar(0x2212)) ? 1 : 0;
    if (decimals > 0 && text.size() > first + 1 && text[first] == QLatin1Char('0'))
        text.remove(first, 1);
    return text;
}

/// A chance p or q, `.005`, `.21`.
inline QString chanceNumber(double chance)
{
    return boundedNumber(chance, chance < 0.0995 ? 3 : 2);
}

/// The number that a person typed, with either minus, and with a point or a comma before its decimals;
/// absent: it is none.
inline std::optional<double> typedNumber(QString text)
{
    bool isNumber = false;
    const double value = text.replace(QChar(0x2212), QLatin1Char('-'))
                             .replace(QLatin1Char(','), QLatin1Char('.'))
                             .toDouble(&isNumber);
    return isNumber ? std::optional(value) : std::nullopt;
}

/// A number on a scale that begins at `low`: with a sign where the scale has two, or the number left it
/// below.
inline QString scaleNumber(double value, double low, int decimals)
{
    return low < 0 || value < 0 ? signedNumber(value, decimals) : shownNumber(value, decimals, 'f');
}

/// A label as people gave it: whole, or with one decimal.
inline QString labelNumber(double value, double low)
{
    return scaleNumber(value, low, value == std::round(value) ? 0 : 1);
}

}
