#pragma once

#include <QMenuBar>

#include "tests/support/open_menu.h"
#include "tests/support/waiting.h"

namespace support {

/// Opens one of the window's menus by mouse and chooses in it by keys. (A menu of Qt 6.8 closes without
/// choosing where it thinks that the pointer has not moved since it opened.)
/// @param entryName  `Team → Raters…`: of a menu in the menu
/// @return whether it is there and enabled
inline bool chooseInMenuBar(QMenuBar& bar, const char* menuName, const char* entryName)
{
    for (QAction* top : bar.actions()) {
        if (top->text().remove(QLatin1Char('&')) != QString::fromUtf8(menuName))
            continue;
        QTest::mouseClick(&bar, Qt::LeftButton, {}, bar.actionGeometry(top).center());
        QMenu* menu = top->menu();
        if (!QTest::qWaitFor([menu] { return menu->isVisible(); }, support::kPatience))
            return false;
        for (const QString& name : QString::fromUtf8(entryName).split(QStringLiteral(" → "))) {
            QAction* entry = entryOf(*menu, name);
            if (!entry || !entry->isEnabled()) {
                top->menu()->close();
                return false;
            }
            menu->setActiveAction(entry); // scrolls a long menu there
            QMenu* under = entry->menu();
            QTest::keyClick(menu, under ? Qt::Key_Right : Qt::Key_Return);
            if (under && !QTest::qWaitFor([under] { return under->isVisible(); }, support::kPatience))
                return false;
            menu = under;
        }
        return true;
    }
    return false;
}

}
