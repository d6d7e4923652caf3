#pragma once

#include "app/actions/keymap.h"

#include <QAction>
#include <QObject>

#include <map>
#include <string>
#include <vector>

namespace app {

/// Every command of the window: name, text, keys, icon. Menus and buttons name them; the palette and the list
/// of keys show all.
class Actions : public QObject {
    Q_OBJECT
public:
    explicit Actions(QWidget* window);

    /// The action with this name. It must exist: names are spelled in the table of actions.cpp only.
    QAction* at(const std::string& name) const { return m_actions.at(name); }
    /// In the order of the table.
    const std::vector<QAction*>& all() const { return m_ordered; }
    /// The keys of the table, by action.
    const Keymap& defaultKeys() const { return m_defaults; }
    /// Gives the actions other keys. Tool tips name the first key of each.
    void setKeys(const Keymap& keys);
    /// Draws the icons anew, in the colours of the window's palette.
    void refreshIcons(const QPalette& palette);
    /// Gives an action another icon.
    void setIcon(const std::string& name, const QString& icon, const QPalette& palette);

private:
    std::map<std::string, QAction*> m_actions;
    std::map<std::string, QString> m_icons;
    std::vector<QAction*> m_ordered;
    Keymap m_defaults;
};

}
