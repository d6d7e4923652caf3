#include "widgets/base/icons.h"

#include <QFile>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace widgets {

namespace {

/// The text of the icon in this colour; empty: there is no such icon.
QByteArray iconText(const QString& name, const QColor& colour)
{
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll().replace("currentColor", colour.name().toLatin1())
                                          : QByteArray();
}

QPixmap drawnIcon(const QByteArray& text, QSize size)
{
    QSvgRenderer renderer(text);
    QPixmap pixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter);
    return pixmap;
}

}

QIcon icon(const QString& name, const QColor& colour)
{
    const QByteArray text = iconText(name, colour);
    if (text.isEmpty())
        return {};
    QIcon result;
    for (const int size : {20, 40}) // at 100 % and at 200 %
        result.addPixmap(drawnIcon(text, {size, size}));
    return result;
}

void paintIcon(QPainter& painter, const QRect& area, const QString& name, const QColor& colour)
{
    const double ratio = painter.device()->devicePixelRatioF();
    const QSize size = (QSizeF(area.size()) * ratio).toSize();
    const QString key
        = QStringLiteral("icon %1 %2 %3x%4").arg(name, colour.name()).arg(size.width()).arg(size.height());
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = drawnIcon(iconText(name, colour), size);
        QPixmapCache::insert(key, pixmap);
    }
    painter.drawPixmap(area, pixmap);
}

}
