#include "app/suspects/suspect_keys.h"

#include "app/actions/digit_keys.h"

#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QListView>

#include <algorithm>

namespace app {

SuspectKeys::SuspectKeys(std::initializer_list<QWidget*> places, QObject* parent)
    : QObject(parent)
    , m_places(places.begin(), places.end())
{
    QCoreApplication::instance()->installEventFilter(this);
}

bool SuspectKeys::isOurs(const QObject* watched) const
{
    const auto* widget = qobject_cast<const QWidget*>(watched);
    const QWidget* focus
        = QApplication::focusWidget(); // none: what had it is hidden, and keys go to the window
    if (!m_isActive || !widget || (focus ? widget != focus : !widget->isWindow()))
        return false;
    const bool isInPlace = std::ranges::any_of(m_places, [&](const QPointer<QWidget>& place) {
        return place
            && (focus ? widget == place || place->isAncestorOf(widget)
                      : place->isVisible() && widget == place->window());
    });
    return isInPlace && widget->inputMethodHints() == Qt::ImhNone
        && !widget->testAttribute(Qt::WA_InputMethodEnabled) && !qobject_cast<const QComboBox*>(widget);
}

bool SuspectKeys::take(const QKeyEvent& event, const QObject* watched, bool isAsked)
{
    if (const auto digit = plainDigitOf(event); m_hasDigits && digit && *digit > 0) {
        if (!isAsked)
            emit stepWished(*digit - 1);
        return true;
    }
    if (event.modifiers() & ~Qt::KeypadModifier)
        return false;
    const auto tell = [&](void (SuspectKeys::*wished)()) {
        if (!isAsked)
            emit(this->*wished)();
        return true;
    };
    switch (event.key()) {
    case Qt::Key_A:
        return tell(&SuspectKeys::acceptWished);
    case Qt::Key_K:
        return tell(&SuspectKeys::keepWished);
    case Qt::Key_X:
        return tell(&SuspectKeys::dismissWished);
    case Qt::Key_Return:
    case Qt::Key_Enter: // a row of the queue is opened by it
        return !qobject_cast<const QListView*>(watched) && tell(&SuspectKeys::nextWished);
    default:
        return false;
    }
}

bool SuspectKeys::eventFilter(QObject* watched, QEvent* event)
{
    if ((event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride) || !isOurs(watched))
        return QObject::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    if (event->type() == QEvent::ShortcutOverride) { // so that it comes as a key, and not as a command
        if (!take(*key, watched, /*isAsked=*/true))
            return QObject::eventFilter(watched, event);
        event->accept();
        return true;
    }
    return take(*key, watched, /*isAsked=*/false) || QObject::eventFilter(watched, event);
}

}
