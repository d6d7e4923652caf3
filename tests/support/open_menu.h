#pragma once

#include <QApplication>
#include <QMenu>
#include <QTest>
#include <QTimer>
#include <QToolButton>

#include <functional>

#include "tests/support/click_entry.h"

namespace support {

/// The entry of this text, read without `&`; null: there is none.
inline QAction* entryOf(const QMenu& menu, const QString& text)
{
    for (QAction* action : menu.actions()) {
        if (action->text()
                .replace(QLatin1String("&&"), QLatin1String("\x01"))
                .remove(QLatin1Char('&'))
                .replace(QLatin1Char('\x01'), QLatin1Char('&'))
            == text)
            return action;
    }
    return nullptr;
}

/// Opens the button's menu by mouse, lets `act` work in it, and closes it.
/// @return whether a menu opened
inline bool inMenuOf(QToolButton* button, const std::function<void(QMenu&)>& act)
{
    bool opened = false;
    QTimer whenOpen; // gone with this call, where no menu opens
    whenOpen.setSingleShot(true);
    QObject::connect(&whenOpen, &QTimer::timeout, button, [&] {
        if (auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget())) {
            opened = true;
            act(*menu);
        }
        while (QWidget* open = QApplication::activePopupWidget())
            open->close();
    });
    whenOpen.start(0);
    QTest::mouseClick(button, Qt::LeftButton);
    return opened;
}

/// Clicks entry after entry in the button's menu: all but the last open a menu of their own.
/// @return whether all were there and could be chosen
inline bool chooseInMenu(QToolButton* button, const QStringList& path)
{
    bool chosen = false;
    inMenuOf(button, [&](QMenu& first) {
        QMenu* menu = &first;
        for (const QString& text : path) {
            QAction* action = entryOf(*menu, text);
            if (!action || !action->isEnabled())
                return;
            if (QMenu* next = action->menu()) {
                menu->setActiveAction(action);
                QTest::keyClick(menu, Qt::Key_Right);
                menu = next;
                continue;
            }
            chosen = true;
            clickEntry(*menu, action);
        }
    });
    return chosen;
}

}
