#include "widgets/base/elided_name.h"

#include <QFontMetrics>
#include <QRegularExpression>

namespace widgets {

QString elidedName(const QFontMetrics& metrics, const QString& name, int width)
{
    if (metrics.horizontalAdvance(name) <= width)
        return name;
    static const QRegularExpression kNumber(
        QStringLiteral("(?:\\[\\d+\\]|[_\\-]\\d+| · [^·]*)$")); // `[12]`, `_12`, ` · segment 12`
    const QString number = kNumber.match(name).captured();
    const int room = width - metrics.horizontalAdvance(number);
    const QString video = name.chopped(number.size());
    constexpr int kFewLetters = 3; // with fewer on each side nobody knows the video
    if (number.isEmpty() || video.isEmpty())
        return metrics.elidedText(name, Qt::ElideMiddle, width);
    if (room < metrics.averageCharWidth() * 2 * kFewLetters)
        return metrics.elidedText(name, Qt::ElideLeft, width);
    return metrics.elidedText(video, Qt::ElideMiddle, room) + number;
}

}
