#pragma once

#include "app/document/document.h"

#include <QUndoCommand>

namespace app {

/// An edit that was done, as a step back and forth. The steps of one gesture are one.
class EditCommand : public QUndoCommand {
public:
    /// @param gesture  edits of one gesture carry the same number; 0: it is none
    EditCommand(Document& document, const QString& name, engine::Change done, int gesture);

    void redo() override;
    void undo() override;
    int id() const override { return 1; }
    bool mergeWith(const QUndoCommand* next) override;

    /// The first video that it changed; empty when it changed none.
    QString video() const;

private:
    void apply(const engine::Change& change);

    Document& m_document;
    engine::Change m_change;
    int m_gesture;
    bool m_isDone = true;
};

}
