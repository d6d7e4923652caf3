#pragma once

#include "app/actions/command.h"
#include "app/actions/keymap.h"

#include <QAction>
#include <QObject>

#include <map>
#include <string>
#include <vector>

namespace app {

/// The commands of all features as actions of the window. Menus and buttons name them; the palette and the
/// list of keys show all.
class Actions : public QObject {
    Q_OBJECT
public:
    /// @param tables  of features; what they point to outlives this
    Actions(QWidget* window, std::span<const CommandTable> tables);

    /// The action with this name. It must exist: names are spelled in the tables of features.
    QAction* at(const std::string& name) const { return m_actions.at(name); }
    /// In the order of the tables.
    const std::vector<QAction*>& all() const { return m_ordered; }
    /// What the table says of an action.
    const Command& commandOf(const QAction& action) const;
    /// The commands of a menu, in its order. @param menu  `file`, `export`
    std::vector<QAction*> ofMenu(const std::string& menu) const;
    /// The kind of an export and its formats: `Words: csd`. Empty: the command is no export.
    QString kindOf(const QAction& action) const;
    /// The keys of the tables, by action.
    const Keymap& defaultKeys() const { return m_defaults; }
    /// The keys of another program, where they differ. @param name  one of `keymapNames`
    Keymap foreignKeys(const QString& name) const;
    /// Gives the actions other keys. Tool tips name the first key of each.
    void setKeys(const Keymap& keys);
    /// Draws the icons anew, in the colours of the window's palette.
    void refreshIcons(const QPalette& palette);
    /// Gives an action another icon.
    void setIcon(const std::string& name, const QString& icon, const QPalette& palette);

signals:
    void began(const QAction* action); ///< a command was chosen, and nobody has done anything yet

private:
    void add(const Command& command, const char* guidePage, QWidget& window);

    std::map<std::string, QAction*> m_actions;
    std::map<std::string, QString> m_icons;
    std::map<const QAction*, const Command*> m_rows;
    std::vector<QAction*> m_ordered;
    Keymap m_defaults;
};

}
