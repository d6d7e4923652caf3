#pragma once

#include <QObject>
#include <QSet>
#include <QString>
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

    static constexpr int kWide = 1600; ///< pixels of a window that has room for wide panels

    /// How a dock is shown.
    enum class Kind {
        Lasting, ///< quiet, without a head, until it is to be moved
        OnDemand, ///< with a head, hidden until a person shows it
    };
    /// What a dock is called, and what is known of it.
    struct Row {
        const char* name; ///< in stored layouts: `tableDock`
        QString title;
        const char* guidePage;
        Qt::DockWidgetArea area;
        Kind kind = Kind::Lasting;
        bool isBlindSafe
            = false; ///< the dock shows no labels and no predictions, or asks the sight before it does
    };
    QDockWidget* add(const Row& row, QWidget* content);
    QDockWidget* at(const char* name) const;
    bool isBlindSafe(const QDockWidget& dock) const { return m_blindSafe.contains(&dock); }

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
    void setTitle(QDockWidget* dock, bool movable);

    QMainWindow& m_window;
    QByteArray m_firstLayout;
    std::map<QDockWidget*, int> m_hiddenBottom; ///< docks that setBottomShown() hid, with their heights
    QSet<QDockWidget*> m_titled; ///< docks that a person opens and closes
    QSet<const QDockWidget*> m_blindSafe;
};

}
