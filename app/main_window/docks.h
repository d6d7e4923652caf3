#pragma once

#include <QObject>
#include <QSet>
#include <Qt>

#include <map>

class QDockWidget;
class QMainWindow;

namespace app {

/// The docks of the window: adds them, shares out the space, and lets a person move them.
class Docks : public QObject {
    Q_OBJECT
public:
    explicit Docks(QMainWindow& window);

    static constexpr int kWide
        = 1600; ///< pixels of a window that has room for wide panels of the full height

    /// Adds a dock. @param name  the name of the dock in stored layouts
    QDockWidget* add(const QString& title, const char* name, QWidget* content, Qt::DockWidgetArea area);
    /// Adds a dock that is hidden until a person shows it.
    QDockWidget* addHidden(const QString& title, const char* name, QWidget* content, Qt::DockWidgetArea area);
    QDockWidget* at(const char* name) const;

    /// Stores the present arrangement as that of a first start.
    void noteFirstLayout();
    /// Arranges the docks as on a first start.
    void reset();
    /// Gives the docks the proportions of a first start, once the window has its own size.
    void shareOutSpace();
    /// Makes the panels at the right narrower where the timeline would not fit beside them.
    void makeRoomForTimeline();
    /// Whether the panels at the right reach down to the status line, beside the timeline.
    void setFullPanel(bool isFull);
    /// Whether the panels at the left do.
    void setFullLeft(bool isFull);
    /// Shows or hides a dock with a table. @param characters  width of the dock in digits
    void toggleBesideTimeline(QDockWidget* dock, int characters);
    /// Shows it there, with the keyboard in its table; one that is shown keeps its size.
    void showBesideTimeline(QDockWidget* dock, int characters);
    /// Whether what is at the bottom can be seen: hidden, it comes back as it was.
    void setBottomShown(bool shown);
    /// Whether docks have title bars, by which they can be moved.
    void setMovable(bool movable);

private:
    void setCorner(Qt::Corner corner, Qt::DockWidgetArea area);
    int bottomWidth() const;
    QDockWidget* make(const QString& title, const char* name, QWidget* content, Qt::DockWidgetArea area,
                      bool isTitled);
    void setTitle(QDockWidget* dock, bool movable);

    QMainWindow& m_window;
    QByteArray m_firstLayout;
    std::map<QDockWidget*, int> m_hiddenBottom; ///< docks that setBottomShown() hid, with their heights
    QSet<QDockWidget*> m_titled; ///< docks that a person opens and closes
};

}
