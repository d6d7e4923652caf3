#include "app/timeline/time_entry.h"

#include "widgets/base/scale_number.h"

#include <QRegularExpression>
#include <QStringList>

namespace app {

std::optional<TimeEntry> parseTimeEntry(const QString& text)
{
    const QString entry = text.trimmed();
    static const QRegularExpression segment(QStringLiteral("^(.*\\S)\\s*\\[\\s*(\\d{1,9})\\s*\\]$"));
    if (const QRegularExpressionMatch match = segment.match(entry); match.hasMatch())
        return TimeEntry{0.0, std::nullopt, SegmentName{match.captured(1), match.captured(2).toULongLong()}};
    if (entry.startsWith(QLatin1Char('f'), Qt::CaseInsensitive)) {
        bool ok = false;
        const qulonglong frame = entry.mid(1).trimmed().toULongLong(&ok);
        return ok ? std::optional(TimeEntry{0.0, static_cast<std::size_t>(frame), std::nullopt})
                  : std::nullopt;
    }
    const QStringList parts = entry.split(QLatin1Char(':'));
    if (parts.size() > 3)
        return std::nullopt;
    double seconds = 0.0;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const std::optional<double> part = widgets::typedNumber(parts[i]);
        if (!part || !(*part >= 0.0 && (i == 0 || *part < 60.0)))
            return std::nullopt;
        seconds = seconds * 60.0 + *part;
    }
    return TimeEntry{seconds, std::nullopt, std::nullopt};
}

}
