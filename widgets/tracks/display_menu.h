#pragma once

class QAction;
class QMenu;
class QString;
class QWidget;

/// Parts of the menus in which a person chooses how a track shows its content.
namespace widgets {

/// Adds one of several choices.
QAction* addChoice(QMenu& menu, const QString& text, bool isChosen);

/// The window that a menu belongs to, for the dialogs that it opens.
QWidget* windowOf(const QMenu& menu);

}
