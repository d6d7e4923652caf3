#pragma once

#include <QAction>
#include <QMenu>
#include <QTest>

namespace support {

/// Chooses an entry of an open menu by mouse, as a hand does: the pointer comes to it in some steps. (A menu
/// of Qt 6.8 closes without choosing when the pointer never moved over it, since it may have opened below the
/// pointer.)
inline void clickEntry(QMenu& menu, const QAction* entry)
{
    constexpr int kSteps = 20;
    const QPoint place = menu.actionGeometry(const_cast<QAction*>(entry)).center();
    for (int step = kSteps; step >= 0; --step)
        QTest::mouseMove(&menu, place - QPoint(step, 0));
    QTest::mouseClick(&menu, Qt::LeftButton, {}, place);
}

}
