#pragma once

#include "app/settings/settings.h"

#include <QObject>

#include <map>
#include <string>
#include <vector>

class QAction;
class QMainWindow;
class QMenu;
class QUndoStack;

namespace app {

class Actions;
class Docks;
class DocumentSight;

/// The menu bar. Each command stands where its row says (`Command::place`); menus that are filled while the
/// program runs are added by their owners.
class Menus : public QObject {
    Q_OBJECT
public:
    /// @param history  whose steps *Edit* undoes
    Menus(QMainWindow& window, const Actions& actions, QUndoStack& history, const DocumentSight& sight,
          Settings& settings);

    /// Adds an entry that is no command, for instance that of a menu. @param menu  `play/sound`
    /// @param order  as in MenuPlace
    void add(const std::string& menu, int order, QAction* entry);
    /// Adds what the docks offer: to show each, and to move them.
    void addDocks(Docks& docks);
    QMenu& at(const std::string& menu) { return *m_menus.at(menu); }

signals:
    void openWished(const QStringList& paths); ///< recently opened paths
    void themeChosen(app::ThemeChoice choice);

private:
    struct Entry {
        int order;
        QAction* action;
    };
    void makeMenus();
    void addHistory(QUndoStack& history, const DocumentSight& sight);
    void addThemes(QMenu& themes);
    void fillRecent(QMenu* recent);
    void show(const std::string& menu);

    QMainWindow& m_window;
    Settings& m_settings;
    std::map<std::string, QMenu*> m_menus;
    std::map<std::string, std::vector<Entry>> m_entries;
};

}
