#pragma once

#include <QObject>
#include <Qt>

class QDockWidget;
class QMainWindow;

namespace app {

/// The docks of the window: adds them, shares out the space, and lets a person move them.
class Docks : public QObject {
    Q_OBJECT
public:
    explicit Docks(QMainWindow& window);

    /// @param name  by which layouts know the dock
    QDockWidget* add(const QString& title, const char* name, QWidget* content, Qt::DockWidgetArea area);
    /// The same for a dock that is only shown when it is asked for.
    QDockWidget* addHidden(const QString& title, const char* name, QWidget* content, Qt::DockWidgetArea area);
    QDockWidget* at(const char* name) const;

    /// Notes the arrangement as it is now as that of a first start.
    void noteFirstLayout();
    /// Arranges the docks as on a first start.
    void reset();
    /// Gives the docks the proportions of a first start, once the window has its own size.
    void shareOutSpace();
    /// Shows or hides a dock with a table, as wide as so many digits.
    void toggleBesideTimeline(QDockWidget* dock, int characters);
    /// Whether docks have title bars, by which they can be moved.
    void setMovable(bool movable);

private:
    QMainWindow& m_window;
    QByteArray m_firstLayout;
};

}
