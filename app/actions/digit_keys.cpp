#include "app/actions/digit_keys.h"

#include "app/actions/actions.h"
#include "widgets/base/digit_key.h"

#include <QApplication>
#include <QKeyEvent>
#include <QWidget>

#include <algorithm>

namespace app {

namespace {

constexpr Qt::KeyboardModifiers kShortcutModifiers
    = Qt::ShiftModifier | Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier;

/// What the key is called in the list of keys, where it is a digit or types a sign with AltGr.
std::optional<QKeySequence> sequenceOf(const QKeyEvent& event)
{
    return widgets::hasAltGr(event) ? std::optional(QKeySequence(QKeyCombination(
               event.modifiers() & kShortcutModifiers & ~Qt::KeyboardModifiers(Qt::ShiftModifier),
               static_cast<Qt::Key>(event.key()))))
                           : digitSequence(event);
}

}

std::optional<QKeySequence> digitSequence(const QKeyEvent& event)
{
    const auto digit = widgets::digitOf(event);
    return digit ? std::optional(QKeySequence(QKeyCombination(event.modifiers() & kShortcutModifiers,
                                                              static_cast<Qt::Key>(Qt::Key_0 + *digit))))
                 : std::nullopt;
}

DigitKeys::DigitKeys(Actions& actions, QWidget* window)
    : QObject(&actions)
    , m_actions(actions)
    , m_window(window)
{
    qApp->installEventFilter(this);
}

/// A press comes twice: as a question, first to the widget with the keyboard and at last to its window, and
/// as a key. Who says yes to the question gets the key.
bool DigitKeys::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* widget = qobject_cast<const QWidget*>(watched);
        m_taken = widget && widget->isWindow() ? actionOf(*static_cast<QKeyEvent*>(event), *widget) : nullptr;
        event->setAccepted(event->isAccepted() || !m_taken.isNull());
        return !m_taken.isNull();
    }
    if (event->type() != QEvent::KeyPress || !m_taken)
        return QObject::eventFilter(watched, event);
    QAction* action = std::exchange(m_taken, nullptr);
    action->trigger();
    return true;
}

QAction* DigitKeys::actionOf(const QKeyEvent& event, const QWidget& window) const
{
    const auto key = sequenceOf(event);
    const auto found = std::ranges::find_if(m_actions.all(), [&](const QAction* action) {
        return key && action->isEnabled() && action->shortcuts().contains(*key) && isInReach(*action, window);
    });
    return found == m_actions.all().end() ? nullptr : *found;
}

/// As Qt sees it: panels that float belong to the window.
bool DigitKeys::isInReach(const QAction& action, const QWidget& window) const
{
    const bool isFloating = window.windowType() == Qt::Tool && window.parentWidget();
    if ((isFloating ? window.parentWidget()->window() : &window) != m_window)
        return false;
    if (action.shortcutContext() != Qt::WidgetWithChildrenShortcut)
        return true;
    const QWidget* focus = QApplication::focusWidget();
    return std::ranges::any_of(action.associatedObjects(), [&](const QObject* object) {
        const auto* place = qobject_cast<const QWidget*>(object);
        return place && focus && (place == focus || place->isAncestorOf(focus));
    });
}

}
