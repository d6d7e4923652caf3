#pragma once

#include "app/document/document.h"

#include <QCoreApplication>
#include <QUndoCommand>

namespace app {

/// Moves an edge of a word, and the neighbour's where they touch. One drag is one step.
class MoveWordEdge : public QUndoCommand {
    Q_DECLARE_TR_FUNCTIONS(app::MoveWordEdge)
public:
    /// @param drag  moves of one drag carry the same number and become one command.
    MoveWordEdge(Document& document, std::vector<engine::WordTimes> after, int drag);

    void redo() override { m_document.replaceWordTimes(m_video, m_after); }
    void undo() override { m_document.replaceWordTimes(m_video, m_before); }
    int id() const override { return 1; }
    bool mergeWith(const QUndoCommand* next) override;
    const QString& video() const { return m_video; }

private:
    Document& m_document;
    QString m_video;
    std::vector<engine::WordTimes> m_before;
    std::vector<engine::WordTimes> m_after;
    int m_drag;
};

}
