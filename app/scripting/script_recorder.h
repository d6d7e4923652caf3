#pragma once

#include "app/scripting/script_lines.h"
#include "app/scripting/script_sources.h"
#include "app/tasks/task.h"

#include <QObject>

#include <optional>

class QAction;
class QUndoCommand;

namespace app {

class Tasks;

/// Writes down what a person does in the window as a script that does the same again: *Help → Record a
/// script*, until it is chosen once more; then it asks where the script is to lie. What a command does by
/// itself is not written a second time.
class ScriptRecorder : public QObject {
    Q_OBJECT
public:
    /// @param record  the command, which is on or off
    ScriptRecorder(const ScriptSources& sources, QAction& record, Tasks& tasks, QObject* parent);

    /// The lines so far; null: nothing is recorded.
    const ScriptLines* lines() const { return m_lines ? &*m_lines : nullptr; }

private:
    void connectCommands(const ScriptSources& sources, const QAction& record);
    void connectEdits(const ScriptSources& sources);
    void begin();
    void finish();
    void write(const QString& path, const QString& program);
    void noteSeek();
    void noteSelection();
    void noteHistory(int index);
    void noteStep(const QUndoCommand* step, bool goesOn);
    bool isNoting() const { return m_lines && m_running == 0; }

    ScriptSources m_sources;
    QAction& m_record;
    Task m_writing;
    std::optional<ScriptLines> m_lines;
    int m_running = 0; ///< commands that are at work, one within the other
    bool m_asked = false; ///< the command at work opened a dialog
    int m_index = 0; ///< place in the history
    const QUndoCommand* m_next = nullptr; ///< the step that may be done again
    bool m_wasSelected = false; ///< segments, by the last line about these
    bool m_hadSpan = false;
};

}
