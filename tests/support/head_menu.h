#pragma once

#include "widgets/timeline/timeline_view.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QMenu>
#include <QTest>
#include <QTimer>

#include "tests/support/click_entry.h"

namespace support {

inline QAction* actionCalled(const QMenu& menu, const QString& start)
{
    for (QAction* action : menu.actions()) {
        if (action->text().remove(QLatin1Char('&')).startsWith(start))
            return action;
    }
    return nullptr;
}

/// Chooses in the menu of a track's head, as a person would: opens submenus by key, clicks the last.
/// @param track  null: the place below all tracks. @param path  how the texts begin, without `&`
/// @return whether all were there
inline bool chooseInHeadMenu(widgets::TimelineView& view, const widgets::Track* track,
                             const QStringList& path)
{
    bool found = false;
    QTimer::singleShot(0, &view, [&] {
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        for (qsizetype i = 0; menu && i < path.size(); ++i) {
            QAction* action = actionCalled(*menu, path[i]);
            if (action && i + 1 == path.size()) {
                found = true;
                clickEntry(*menu, action);
                break;
            }
            if (action) {
                menu->setActiveAction(action);
                QTest::keyClick(menu, Qt::Key_Right);
            }
            menu = action ? action->menu() : nullptr;
        }
        while (QWidget* open = QApplication::activePopupWidget())
            open->close();
    });
    const QPoint place(20, track ? view.areaOf(track).center().y() : view.height() - 20);
    QContextMenuEvent event(QContextMenuEvent::Mouse, place, view.mapToGlobal(place));
    QApplication::sendEvent(&view, &event);
    return found;
}

}
