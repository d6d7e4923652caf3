#pragma once

#include <QLayout>
#include <QWidget>

namespace widgets {

/// Takes everything out of a layout. Widgets go with the next turn of the event loop, and are not seen until
/// then.
inline void clearLayout(QLayout& layout)
{
    while (QLayoutItem* item = layout.takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
}

}
