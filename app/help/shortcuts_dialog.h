#pragma once

#include "app/actions/keymap.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace app {

class Actions;
class KeyField;
class Settings;

/// The sheet of all keys, which can be searched and changed, with a preset to begin from. It says which
/// action has a key before it takes the key away.
class ShortcutsDialog : public QDialog {
    Q_OBJECT
public:
    ShortcutsDialog(Actions& actions, Settings& settings, QWidget* parent);

private:
    void fill();
    void filter(const QString& text);
    void showChosen();
    void tellConflict();
    void assign();
    void clearKeys();
    void restoreChosen();
    void choosePreset(int index);
    void apply();
    QString chosen() const; ///< name of an action; empty: none

    Actions& m_actions;
    Settings& m_settings;
    Keymap m_own; ///< what differs from the preset
    QComboBox* m_preset;
    QLineEdit* m_search;
    QTreeWidget* m_list;
    KeyField* m_key;
    QLabel* m_conflict;
    QPushButton* m_assign;
    QPushButton* m_clear;
    QPushButton* m_restore;
};

/// The keys of the settings: a preset, and what a person changed.
Keymap chosenKeymap(const Actions& actions, const Settings& settings);

}
