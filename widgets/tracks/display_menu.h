#pragma once

class QAction;
class QMenu;
class QString;
class QWidget;

/// What the menus in which a person chooses a track's display are made of.
namespace widgets {

/// One of several choices.
QAction* addChoice(QMenu& menu, const QString& text, bool isChosen);

/// The window that a menu belongs to, for the dialogs that it opens.
QWidget* windowOf(const QMenu& menu);

}
