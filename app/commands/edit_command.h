#pragma once

#include "app/document/document.h"

#include <QUndoCommand>

namespace app {

/// An edit that was done, as a step back and forth. The steps of one gesture are one.
class EditCommand : public QUndoCommand {
public:
    /// @param tiers  that became part of the project by it, and go with it
    /// @param gesture  edits of one gesture carry the same number; 0: it is none
    EditCommand(Document& document, const QString& name, engine::Change done, engine::Change tiers,
                int gesture);

    void redo() override;
    void undo() override;
    int id() const override { return 1; }
    bool mergeWith(const QUndoCommand* next) override;

    /// The videos that it changed.
    QStringList videos() const;
    /// Why it could not be undone or done again; empty: it could.
    const QString& refusal() const { return m_refusal; }

private:
    void apply(const engine::Change& change);

    Document& m_document;
    engine::Change m_change;
    engine::Change m_tiers;
    QString m_refusal;
    int m_gesture;
    bool m_isDone = true;
};

}
