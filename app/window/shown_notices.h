#pragma once

#include "app/notices/notice.h"
#include "widgets/notices/notice_stack.h"

#include <QObject>
#include <QRect>

#include <functional>

class QMainWindow;
class QUndoStack;

namespace app {

class Actions;

/// Shows notices over the bottom of the window, above the status line and the track in hand, with what can be
/// done about them.
class ShownNotices : public QObject {
    Q_OBJECT
public:
    /// @param inHand  what people work at, in the window, which is not covered; empty: nothing
    ShownNotices(QUndoStack& history, const Actions& commands, QMainWindow& window,
                 std::function<QRect()> inHand);

    void show(const Notice& notice);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();
    widgets::NoticeAction undo();

    QUndoStack& m_history;
    const Actions& m_commands;
    QMainWindow& m_window;
    std::function<QRect()> m_inHand;
    widgets::NoticeStack m_stack;
};

}
