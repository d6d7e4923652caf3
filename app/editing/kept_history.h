#pragma once

#include "engine/annotation/project/history.h"

#include <QUndoStack>

#include <cstdint>

namespace app {

class Document;

/// Between the steps in memory and the steps that the project keeps: notes which of them have changed since
/// the project was last written.
class KeptHistory {
public:
    explicit KeptHistory(QUndoStack& stack) : m_stack(stack) { }

    /// Fills the empty stack with the steps of earlier sessions.
    void restore(Document& document, engine::History history);
    /// Forgets what was kept: another project is open. The stack is empty.
    void reset();
    /// To be called after a step was pushed, or became one with the step before.
    void notePushed();
    /// What the project does not know yet.
    engine::HistoryChange take();

private:
    QUndoStack& m_stack;
    std::uint64_t m_first = 0; ///< number of the stack's first step in the project
    int m_known = 0; ///< how many steps, from the first of the stack, are in the project as they are
};

}
