#pragma once

#include <QMainWindow>
#include <QPointer>

namespace app {

/// Keeps a widget over all docks of the window but that of the library, where this stands at the left.
class RoomPlace : public QObject {
    Q_OBJECT
public:
    /// @param room  a child of the window
    RoomPlace(QWidget& room, QMainWindow& window, QWidget& library, QObject* parent);

    void take(); ///< the room may still be hidden

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QRect besideLibrary() const;

    QWidget& m_room;
    QMainWindow& m_window;
    QPointer<QWidget> m_library;
};

}
