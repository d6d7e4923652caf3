#pragma once

#include <QObject>
#include <QPointer>

#include <optional>

class QAction;
class QKeyEvent;
class QKeySequence;
class QWidget;

namespace app {

class Actions;

/// What a digit's key is called in the list of keys, with its modifiers: `Shift+3`. Absent: it is another
/// key.
std::optional<QKeySequence> digitSequence(const QKeyEvent& event);

/// Calls the actions whose keys are digits. Qt compares shortcuts with what a key types, so that it finds
/// `Shift+3` and `#` in one press on an American keyboard, and no `3` on a French one; here the key alone
/// counts. Signs that are typed with AltGr are looked up here as well: Qt asks whether AltGr is down when it
/// gets to the key, which in a busy window may be after it was let go. A widget that takes the key for
/// itself, such as a text field, has it.
class DigitKeys : public QObject {
    Q_OBJECT
public:
    /// @param window  the keys count while it has the keyboard. @param actions  own this
    DigitKeys(Actions& actions, QWidget* window);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QAction* actionOf(const QKeyEvent& event, const QWidget& window) const;
    bool isInReach(const QAction& action, const QWidget& window) const;

    Actions& m_actions;
    QWidget* m_window;
    QPointer<QAction> m_taken; ///< the action of the key that was announced and comes next
};

}
