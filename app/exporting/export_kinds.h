#pragma once

#include <QDialog>

class QAction;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace app {

class Actions;
class Settings;

/// *Export…*: the kinds of files that can be written of what is open. Each is a command of the menu `export`,
/// with keys of its own; the dialog runs the chosen one, and begins with the last.
class ExportKinds : public QDialog {
    Q_OBJECT
public:
    ExportKinds(const Actions& actions, Settings& settings, QWidget* parent);

    void choose(const QString& command); ///< makes this kind the current one: `export-words`

private:
    void addKind(QAction& action, const QString& kind);
    void showChosen();
    void run();

    Settings& m_settings;
    QTreeWidget* m_kinds;
    QPushButton* m_export;
};

}
