#pragma once

#include <QCoreApplication>
#include <QTest>
#include <QWidget>

#include "tests/support/waiting.h"

namespace support {

/// Shows the widget as the window that has the keyboard, also where no window manager gives it.
/// @return whether it has it
inline bool showActive(QWidget& window)
{
    window.show();
    window.activateWindow();
    return QTest::qWaitForWindowActive(&window, support::kPatience);
}

/// Lets what is asked for later happen now: new children show themselves, layouts place them, old ones go.
inline void settle()
{
    for (int round = 0; round < 3; ++round) { // a layout may ask for another
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCoreApplication::processEvents();
    }
}

}
