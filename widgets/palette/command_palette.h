#pragma once

#include <QDialog>
#include <QList>

#include <vector>

class QAction;
class QLineEdit;
class QListWidget;

namespace widgets {

/// The commands that can be done now, in groups with heads: type a part of a name, Enter runs it. Those that
/// were run lately come first.
class CommandPalette : public QDialog {
    Q_OBJECT
public:
    struct Group {
        QString title; ///< empty: it has no head
        QList<QAction*> actions;
    };
    /// @param recent  object names of actions, the newest first
    explicit CommandPalette(std::vector<Group> groups, const QStringList& recent = {},
                            QWidget* parent = nullptr);

signals:
    void ran(const QString& name); ///< object name of the action

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void filter(const QString& text);
    void add(const QString& title, const QList<QAction*>& actions);
    void step(int by);
    void run();

    std::vector<Group> m_groups; ///< without those that cannot be done
    QLineEdit* m_search;
    QListWidget* m_list;
    QList<QAction*> m_shown; ///< by the number in the list's items
};

}
