#include "widgets/tracks/pointer_note.h"

#include <QFontMetrics>

#include <algorithm>

namespace widgets {

void paintPointerNote(const TrackCanvas& canvas, const QString& text, const QColor& colour)
{
    if (text.isEmpty())
        return;
    const QFontMetrics metrics(canvas.painter.font());
    const double width = metrics.horizontalAdvance(text) + 18;
    const double x = canvas.scale.x(*canvas.pointer);
    const double left = x + 10 + width < canvas.size.width() ? x + 10 : x - 10 - width;
    const double top = std::clamp(canvas.pointerY - metrics.height() - 6, 1.0,
                                  std::max(1.0, canvas.size.height() - metrics.height() - 3.0));
    const QRectF box(left, top, width, metrics.height() + 2);
    canvas.painter.fillRect(box, canvas.theme.raised);
    canvas.painter.fillRect(QRectF(box.left(), box.top(), 3, box.height()), colour);
    canvas.painter.setPen(canvas.theme.text);
    canvas.painter.drawText(box.adjusted(10, 0, 0, 0), Qt::AlignVCenter, text);
}

}
