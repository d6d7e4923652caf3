#pragma once

#include <QColor>
#include <QIcon>
#include <QString>

namespace widgets {

/// The icon `resources/icons/<name>.svg`, drawn in this colour (its strokes are `currentColor`).
QIcon icon(const QString& name, const QColor& colour);

}
