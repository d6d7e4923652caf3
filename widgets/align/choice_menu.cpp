#include "widgets/align/choice_menu.h"

#include <QKeyEvent>
#include <QMouseEvent>

namespace widgets {

void ChoiceMenu::mouseReleaseEvent(QMouseEvent* event)
{
    QAction* action = actionAt(event->position().toPoint());
    if (action && action->isEnabled() && action->isCheckable())
        action->trigger();
    else
        QMenu::mouseReleaseEvent(event);
}

void ChoiceMenu::keyPressEvent(QKeyEvent* event)
{
    QAction* action = activeAction();
    const bool chooses = event->key() == Qt::Key_Space || event->key() == Qt::Key_Return;
    if (chooses && action && action->isEnabled() && action->isCheckable())
        action->trigger();
    else
        QMenu::keyPressEvent(event);
}

}
