#pragma once

#include <QAction>
#include <QMenu>
#include <QTest>

#include "tests/support/pointer.h"

namespace support {

/// Chooses an entry of an open menu by mouse, as a hand does: the pointer comes to it in some steps. (A menu
/// of Qt 6.8 closes without choosing when the pointer never moved over it, since it may have opened below the
/// pointer: what the display has not told yet is a move that never was.)
inline void clickEntry(QMenu& menu, const QAction* entry)
{
    constexpr int kSteps = 20;
    const QPoint place = menu.actionGeometry(const_cast<QAction*>(entry)).center();
    for (int step = kSteps; step >= 0; --step) {
        if (!pointAt(menu, place - QPoint(step, 0)))
            return;
    }
    QTest::mouseClick(&menu, Qt::LeftButton, {}, place);
}

}
