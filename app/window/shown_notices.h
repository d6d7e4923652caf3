#pragma once

#include "app/notices/notice.h"
#include "widgets/notices/notice_stack.h"

#include <QObject>

class QMainWindow;
class QUndoStack;

namespace app {

class Actions;

/// Shows notices over the bottom of the window, above the status line, with what can be done about them.
class ShownNotices : public QObject {
    Q_OBJECT
public:
    ShownNotices(QUndoStack& history, const Actions& commands, QMainWindow& window);

    void show(const Notice& notice);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();
    widgets::NoticeAction undo();

    QUndoStack& m_history;
    const Actions& m_commands;
    QMainWindow& m_window;
    widgets::NoticeStack m_stack;
};

}
