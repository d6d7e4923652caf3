#include "app/window/shown_notices.h"

#include "app/actions/actions.h"
#include "widgets/base/menu_text.h"

#include <QAction>
#include <QDesktopServices>
#include <QEvent>
#include <QFileInfo>
#include <QMainWindow>
#include <QStatusBar>
#include <QUndoStack>
#include <QUrl>

namespace app {

namespace {

constexpr int kNoticeRoom = 60; // pixels at the bottom of the window, which a notice covers

}

ShownNotices::ShownNotices(QUndoStack& history, const Actions& commands, QMainWindow& window,
                           std::function<QRect()> inHand)
    : QObject(&window)
    , m_history(history)
    , m_commands(commands)
    , m_window(window)
    , m_inHand(std::move(inHand))
    , m_stack(window)
{
    window.installEventFilter(this);
    window.statusBar()->installEventFilter(this);
}

void ShownNotices::show(const Notice& notice)
{
    QList<widgets::NoticeAction> actions;
    if (!notice.file.isEmpty()) {
        const QString file = notice.file;
        actions.push_back({tr("Open folder"), [file] {
                               const QFileInfo info(file);
                               QDesktopServices::openUrl(
                                   QUrl::fromLocalFile(info.isDir() ? info.filePath() : info.absolutePath()));
                           }});
    }
    if (!notice.command.isEmpty()) {
        QAction* command = m_commands.at(notice.command.toStdString().c_str());
        actions.push_back({widgets::withoutMnemonic(command->text()), [command] { command->trigger(); }});
    }
    if (notice.isEdit)
        actions.push_back(undo());
    place();
    m_stack.show(notice.text, actions);
}

/// Takes back the step that was done last when this was called; when others came after it, says so.
widgets::NoticeAction ShownNotices::undo()
{
    return {tr("Undo"), [this, step = m_history.index(), name = m_history.undoText()] {
                if (m_history.index() == step && m_history.undoText() == name)
                    m_history.undo();
                else
                    show(tr("Other edits came after this one; they have to be undone first (Ctrl+Z)."));
            }};
}

bool ShownNotices::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Show || event->type() == QEvent::Move)
        place();
    return QObject::eventFilter(watched, event);
}

void ShownNotices::place()
{
    int bottom = m_window.statusBar()->geometry().top();
    if (const QRect inHand = m_inHand(); inHand.isValid() && inHand.bottom() > bottom - kNoticeRoom)
        bottom = inHand.top();
    m_stack.setArea(QRect(0, 0, m_window.width(), bottom));
}

}
