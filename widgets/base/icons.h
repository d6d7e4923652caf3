#pragma once

#include <QColor>
#include <QIcon>
#include <QString>

class QPainter;
class QRect;

namespace widgets {

/// The icon `resources/icons/<name>.svg`, drawn in this colour (its strokes are `currentColor`).
QIcon icon(const QString& name, const QColor& colour);

/// Paints that icon into the area, at the painter's resolution. The picture is kept in Qt's cache of pixmaps.
void paintIcon(QPainter& painter, const QRect& area, const QString& name, const QColor& colour);

}
