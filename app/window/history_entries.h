#pragma once

class QAction;
class QUndoStack;
class QWidget;

namespace app {

class DocumentSight;

// Undo and redo as entries of a menu, named after the step that is next: `Undo sentiment 2 for segment 3`.
// While a pass hides labels, without the name of the step.

QAction* undoEntry(QUndoStack& history, const DocumentSight& sight, QWidget* window);
QAction* redoEntry(QUndoStack& history, const DocumentSight& sight, QWidget* window);

}
