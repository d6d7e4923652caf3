#include "app/wheel_guard.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QEvent>

namespace app {

bool WheelGuard::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::Wheel)
        return false;
    const auto* field = qobject_cast<const QWidget*>(watched);
    const bool isField
        = qobject_cast<const QComboBox*>(watched) || qobject_cast<const QAbstractSpinBox*>(watched);
    if (!isField || field->hasFocus())
        return false;
    event->ignore(); // so that it goes to what the field lies on
    return true;
}

}
