#include "widgets/queue/work_keys.h"

#include "widgets/base/digit_key.h"
#include "widgets/base/takes_text.h"

#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QPushButton>

#include <algorithm>
#include <utility>

namespace widgets {

namespace {

/// Other buttons are pressed by Space alone.
bool isPressedByEnter(const QObject* widget)
{
    const auto* button = qobject_cast<const QPushButton*>(widget);
    return button && (button->autoDefault() || button->isDefault());
}

}

WorkKeys::WorkKeys(std::vector<QWidget*> places, Verbs verbs, QObject* parent)
    : QObject(parent)
    , m_places(places.begin(), places.end())
    , m_verbs(std::move(verbs))
{
    QCoreApplication::instance()->installEventFilter(this);
}

bool WorkKeys::isOurs(const QObject* watched) const
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
    return isInPlace && !takesText(*widget) && !qobject_cast<const QComboBox*>(widget);
}

/// Empty: the key is none of these.
std::function<bool()> WorkKeys::workOf(const QKeyEvent& event, const QObject* watched) const
{
    const auto doing = [](const std::function<void()>& work) {
        return work ? [work] {
            work();
            return true;
        }
                    : std::function<bool()>();
    };
    if (const auto digit = plainDigitOf(event); m_hasDigits && m_verbs.correct && digit && *digit > 0)
        return doing([this, digit = *digit] { m_verbs.correct(digit); });
    if (event.modifiers() & ~Qt::KeypadModifier)
        return {};
    switch (event.key()) {
    case Qt::Key_A:
        return doing(m_verbs.accept);
    case Qt::Key_X:
        return doing(m_verbs.reject);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return isPressedByEnter(watched) ? std::function<bool()>() : m_verbs.next;
    default:
        const auto other = m_verbs.others.find(static_cast<Qt::Key>(event.key()));
        return other == m_verbs.others.end() ? std::function<bool()>() : doing(other->second);
    }
}

bool WorkKeys::eventFilter(QObject* watched, QEvent* event)
{
    if ((event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride) || !isOurs(watched))
        return QObject::eventFilter(watched, event);
    const std::function<bool()> work = workOf(*static_cast<QKeyEvent*>(event), watched);
    if (!work)
        return QObject::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride) // so that it comes as a key, and not as a command
        event->accept();
    else if (!work())
        return QObject::eventFilter(watched, event);
    return true;
}

}
