#pragma once

#include "app/export/picture_file.h"

namespace app {

/// What a widget shows now, as vectors: of a page that scrolls all of it, not only what is in sight.
VectorPicture widgetPicture(QWidget& widget, const QString& name);

}
