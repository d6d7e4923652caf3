#pragma once

#include "app/settings/settings.h"

#include <QObject>

#include <initializer_list>

class QMainWindow;
class QMenu;
class QUndoStack;

namespace app {

class Actions;
class Docks;
class DocumentSight;
class TimelinePanel;

/// The menu bar.
class Menus : public QObject {
    Q_OBJECT
public:
    /// Menus that are made elsewhere, and the objects that the other menus show.
    struct Parts {
        QUndoStack& history;
        const DocumentSight& sight;
        Docks& docks;
        TimelinePanel& timeline;
        QMenu& soundDevices;
        QMenu& sequenceOffsets;
    };
    Menus(QMainWindow& window, const Actions& actions, const Parts& parts, Settings& settings);

signals:
    void openWished(const QStringList& paths); ///< recently opened paths
    void themeChosen(app::ThemeChoice choice);

private:
    void fill(QMenu* menu, std::initializer_list<const char*> names);
    void makeFileMenu(QMenu* file);
    void makeEditMenu(QMenu* edit, const Parts& parts);
    void makeViewMenu(QMenu* view, const Parts& parts);
    void makeDockMenu(QMenu* menu, Docks& docks);
    void makeThemeMenu(QMenu* themes);
    void makePlayMenu(QMenu* play, const Parts& parts);
    void makeLabelMenu(QMenu* label);
    void fillRecent(QMenu* recent);

    QMainWindow& m_window;
    const Actions& m_actions;
    Settings& m_settings;
};

}
