#include "app/help/help_key.h"

#include "app/help/help_dialog.h"
#include "widgets/base/guide_page.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QKeyEvent>
#include <QMenu>

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
    if (!widget
        || !m_help.shortcuts().contains(QKeySequence(static_cast<QKeyEvent*>(event)->keyCombination())))
        return false;
    if (QApplication::activePopupWidget())
        return openForEntry(qobject_cast<const QMenu*>(widget));
    QWidget* modal = QApplication::activeModalWidget();
    QWidget* dialog = qobject_cast<QDialog*>(widget->window()); // the window's own keys do not reach it
    if (!dialog || (modal && dialog != modal) || qobject_cast<HelpDialog*>(dialog))
        return false;
    open(*dialog);
    return true;
}

/// Leaves the menus, and opens the page about the command on which they stand.
/// @param menu  null: what is open is no menu
bool HelpKey::openForEntry(const QMenu* menu)
{
    const QAction* entry = menu ? menu->activeAction() : nullptr;
    const QString page = entry ? widgets::guidePage(*entry) : QString();
    if (page.isEmpty())
        return false;
    while (QWidget* popup = QApplication::activePopupWidget())
        popup->close();
    show(m_window, page);
    return true;
}

/// @param owner  the window, or the dialog that blocks it: what belongs to a dialog is not blocked
void HelpKey::open(QWidget& owner)
{
    const QWidget* focus = QApplication::focusWidget();
    const bool isInSight
        = focus && focus->isVisible() && owner.isAncestorOf(focus); // not of a view that left
    show(owner, guidePageOf(isInSight ? focus : &owner));
}

void HelpKey::show(QWidget& owner, const QString& page)
{
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
