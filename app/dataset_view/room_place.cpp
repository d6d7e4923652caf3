#include "app/dataset_view/room_place.h"

#include <QEvent>
#include <QMenuBar>
#include <QStatusBar>

#include <algorithm>

namespace app {

RoomPlace::RoomPlace(QWidget& room, QMainWindow& window, QWidget& library, QObject* parent)
    : QObject(parent)
    , m_room(room)
    , m_window(window)
    , m_library(&library)
{
    window.installEventFilter(this);
    library.installEventFilter(this);
}

void RoomPlace::take()
{
    m_room.setGeometry(besideLibrary());
}

bool RoomPlace::eventFilter(QObject* watched, QEvent* event)
{
    if (!m_room.isHidden()
        && (event->type() == QEvent::Resize || event->type() == QEvent::Show || event->type() == QEvent::Hide
            || event->type() == QEvent::Move || event->type() == QEvent::LayoutRequest))
        take();
    return QObject::eventFilter(watched, event);
}

QRect RoomPlace::besideLibrary() const
{
    const int top = m_window.menuWidget() ? m_window.menuWidget()->geometry().bottom() + 1 : 0;
    const int bottom = m_window.statusBar()->geometry().top();
    const QWidget* dock = m_library ? m_library->parentWidget() : nullptr;
    const bool isBeside = dock && dock->isVisible() && !dock->isWindow() && dock->geometry().left() <= 2
        && dock->width() < m_window.width() / 2;
    const int left = isBeside ? dock->geometry().right() + 2 : 0;
    return {left, top, m_window.width() - left, std::max(0, bottom - top)};
}

}
