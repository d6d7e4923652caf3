#include "app/help/help_key.h"

#include "app/help/help_dialog.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QKeyEvent>

namespace app {

HelpKey::HelpKey(QAction& help, QWidget& window) : QObject(&window), m_help(help), m_window(window)
{
    connect(&help, &QAction::triggered, this, [this] { open(m_window); });
    QCoreApplication::instance()->installEventFilter(this);
}

bool HelpKey::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return false;
    const auto* widget = qobject_cast<QWidget*>(watched);
    if (!widget || QApplication::activePopupWidget()
        || !m_help.shortcuts().contains(QKeySequence(static_cast<QKeyEvent*>(event)->keyCombination())))
        return false;
    QWidget* modal = QApplication::activeModalWidget();
    QWidget* dialog = qobject_cast<QDialog*>(widget->window()); // the window's own keys do not reach it
    if (!dialog || (modal && dialog != modal) || qobject_cast<HelpDialog*>(dialog))
        return false;
    open(*dialog);
    return true;
}

/// @param owner  the window, or the dialog that blocks it: what belongs to a dialog is not blocked
void HelpKey::open(QWidget& owner)
{
    const QWidget* focus = QApplication::focusWidget();
    const QString page = guidePageOf(focus && owner.isAncestorOf(focus) ? focus : &owner);
    if (!m_dialog || m_dialog->parentWidget() != &owner) {
        m_dialog = new HelpDialog(&owner);
        m_dialog->setObjectName(QStringLiteral("help"));
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_dialog->showPage(page);
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

}
