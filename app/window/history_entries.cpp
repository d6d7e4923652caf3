#include "app/window/history_entries.h"

#include "app/document/sight.h"

#include <QAction>
#include <QCoreApplication>
#include <QUndoStack>
#include <QWidget>

namespace app {

namespace {

struct HistoryTexts {
    Q_DECLARE_TR_FUNCTIONS(app::HistoryTexts)
};

/// @param name  of the step that is next
void showStep(QAction& entry, const QString& verb, const QString& name, const DocumentSight& sight)
{
    entry.setText(name.isEmpty() || !sight.now().dataset ? verb : verb + QLatin1Char(' ') + name);
}

}

QAction* undoEntry(QUndoStack& history, const DocumentSight& sight, QWidget* window)
{
    auto* entry = new QAction(window);
    entry->setEnabled(history.canUndo());
    const auto show = [entry, &history, &sight] {
        showStep(*entry, HistoryTexts::tr("&Undo"), history.undoText(), sight);
    };
    show();
    QObject::connect(entry, &QAction::triggered, &history, &QUndoStack::undo);
    QObject::connect(&history, &QUndoStack::canUndoChanged, entry, &QAction::setEnabled);
    QObject::connect(&history, &QUndoStack::undoTextChanged, entry, show);
    QObject::connect(&sight, &DocumentSight::changed, entry, show);
    return entry;
}

QAction* redoEntry(QUndoStack& history, const DocumentSight& sight, QWidget* window)
{
    auto* entry = new QAction(window);
    entry->setEnabled(history.canRedo());
    const auto show = [entry, &history, &sight] {
        showStep(*entry, HistoryTexts::tr("&Redo"), history.redoText(), sight);
    };
    show();
    QObject::connect(entry, &QAction::triggered, &history, &QUndoStack::redo);
    QObject::connect(&history, &QUndoStack::canRedoChanged, entry, &QAction::setEnabled);
    QObject::connect(&history, &QUndoStack::redoTextChanged, entry, show);
    QObject::connect(&sight, &DocumentSight::changed, entry, show);
    return entry;
}

}
