#include "widgets/tracks/display_menu.h"

#include <QMenu>

namespace widgets {

QAction* addChoice(QMenu& menu, const QString& text, bool isChosen)
{
    QAction* action = menu.addAction(text);
    action->setCheckable(true);
    action->setChecked(isChosen);
    return action;
}

QWidget* windowOf(const QMenu& menu)
{
    const QWidget* widget = menu.parentWidget();
    while (qobject_cast<const QMenu*>(widget))
        widget = widget->parentWidget();
    return widget ? widget->window() : nullptr;
}

}
