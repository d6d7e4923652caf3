#pragma once

#include <QApplication>
#include <QCursor>
#include <QMouseEvent>
#include <QTest>
#include <QWidget>

#include "tests/support/waiting.h"

namespace support {

/// Notices when the program hears that the pointer is at a place.
class PointerArrival : public QObject {
public:
    /// @param place  global, in pixels
    explicit PointerArrival(QPoint place) : m_place(place) { qApp->installEventFilter(this); }

    bool isThere() const { return m_isThere; }
    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() == QEvent::MouseMove) {
            const QPoint at = static_cast<QMouseEvent*>(event)->globalPosition().toPoint();
            m_isThere = m_isThere || at == m_place;
        }
        return false;
    }

private:
    QPoint m_place;
    bool m_isThere = false;
};

/// Moves the pointer, and waits until the program has heard of the move: while no button is down,
/// QTest::mouseMove() leaves the move to the display, which may tell later.
/// @param place  in the widget. @return whether it heard within kPatience
inline bool pointAt(QWidget& widget, QPoint place)
{
    const QPoint global = widget.mapToGlobal(place);
    if (QCursor::pos() == global) // the display tells nothing where nothing moves
        QTest::mouseMove(&widget, place + QPoint(1, 0));
    const PointerArrival arrival(global);
    QTest::mouseMove(&widget, place);
    return QTest::qWaitFor([&] { return arrival.isThere(); }, kPatience);
}

}
