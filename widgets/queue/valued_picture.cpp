#include "widgets/queue/valued_picture.h"

#include "widgets/base/theme.h"

#include <QImage>
#include <QPainter>

namespace widgets {

void paintValuedPicture(QPainter& painter, const QRectF& place, const QImage& picture, const QString& value,
                        const Theme& theme)
{
    painter.save();
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.fillRect(place, theme.background);
    painter.setClipRect(place);
    if (!picture.isNull()) {
        const QSizeF size = QSizeF(picture.size()).scaled(place.size(), Qt::KeepAspectRatioByExpanding);
        painter.drawImage(QRectF(place.center() - QPointF(size.width() / 2, size.height() / 2), size),
                          picture);
    }
    if (!value.isEmpty()) {
        QFont small = painter.font();
        small.setPointSizeF(small.pointSizeF() * 0.82);
        small.setWeight(QFont::DemiBold);
        painter.setFont(small);
        const QFontMetricsF metrics(small);
        const QSizeF size(metrics.horizontalAdvance(value) + 8, metrics.height() + 2);
        const QRectF badge(place.left() + 2, place.bottom() - size.height() - 2, size.width(), size.height());
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(0, 0, 0, 190));
        painter.drawRoundedRect(badge, 3, 3);
        painter.setPen(Qt::white);
        painter.drawText(badge, Qt::AlignCenter, value);
    }
    painter.restore();
}

}
