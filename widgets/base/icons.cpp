#include "widgets/base/icons.h"

#include <QFile>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace widgets {

namespace {

QString fileOf(const QString& name)
{
    return QStringLiteral(":/icons/%1.svg").arg(name);
}

/// The text of the icon in this colour; empty: there is no such icon.
QByteArray iconText(const QString& name, const QColor& colour)
{
    QFile file(fileOf(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll().replace("currentColor", colour.name().toLatin1())
                                          : QByteArray();
}

/// Drawn once: what is drawn anew has new keys in Qt's cache of pixmaps, which icons of play and pause fill.
QPixmap drawnIcon(const QString& name, const QColor& colour, QSize size)
{
    const QString key
        = QStringLiteral("icon %1 %2 %3x%4").arg(name, colour.name()).arg(size.width()).arg(size.height());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QSvgRenderer renderer(iconText(name, colour));
    pixmap = QPixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

}

QIcon icon(const QString& name, const QColor& colour)
{
    if (!QFile::exists(fileOf(name)))
        return {};
    QIcon result;
    for (const int size : {20, 40}) // at 100 % and at 200 %
        result.addPixmap(drawnIcon(name, colour, {size, size}));
    return result;
}

void paintIcon(QPainter& painter, const QRect& area, const QString& name, const QColor& colour)
{
    const double ratio = painter.device()->devicePixelRatioF();
    painter.drawPixmap(area, drawnIcon(name, colour, (QSizeF(area.size()) * ratio).toSize()));
}

}
