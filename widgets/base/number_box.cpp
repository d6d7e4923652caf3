#include "widgets/base/number_box.h"

#include "widgets/base/scale_number.h"

#include <algorithm>

namespace widgets {

QString NumberBox::textFromValue(double value) const
{
    return shownNumber(value, decimals(), 'f');
}

double NumberBox::valueFromText(const QString& text) const
{
    return isSpecial(text) ? minimum() : typedNumber(bare(text)).value_or(value());
}

QValidator::State NumberBox::validate(QString& text, int& /*place*/) const
{
    if (isSpecial(text))
        return QValidator::Acceptable;
    const QString digits = bare(text);
    const QString unsignedDigits = digits.startsWith(QLatin1Char('-')) || digits.startsWith(QChar(0x2212))
            || digits.startsWith(QLatin1Char('+'))
        ? digits.mid(1)
        : digits;
    const bool isBelowZero = unsignedDigits != digits && !digits.startsWith(QLatin1Char('+'));
    if (isBelowZero && minimum() >= 0)
        return QValidator::Invalid;
    const qsizetype mark = std::max(unsignedDigits.lastIndexOf(QLatin1Char('.')),
                                    unsignedDigits.lastIndexOf(QLatin1Char(',')));
    if (mark >= 0 && (decimals() == 0 || unsignedDigits.size() - mark - 1 > decimals()))
        return QValidator::Invalid;
    if (unsignedDigits.isEmpty() || (unsignedDigits.size() == 1 && mark == 0))
        return QValidator::Intermediate;
    const std::optional<double> number = typedNumber(digits);
    const bool isWritten = std::ranges::all_of(unsignedDigits, [](QChar sign) {
        return sign.isDigit() || sign == QLatin1Char('.') || sign == QLatin1Char(',');
    });
    if (!number || !isWritten || (*number >= 0 ? *number > maximum() : *number < minimum()))
        return QValidator::Invalid;
    return *number < minimum() || *number > maximum() ? QValidator::Intermediate : QValidator::Acceptable;
}

bool NumberBox::isSpecial(const QString& text) const
{
    return !specialValueText().isEmpty() && text == specialValueText();
}

QString NumberBox::bare(const QString& text) const
{
    QString number = text;
    if (number.startsWith(prefix()))
        number.remove(0, prefix().size());
    if (number.endsWith(suffix()))
        number.chop(suffix().size());
    return number.trimmed();
}

}
