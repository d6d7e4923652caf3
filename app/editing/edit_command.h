#pragma once

#include "app/document/document.h"
#include "engine/annotation/project/history.h"

#include <QUndoCommand>

namespace app {

/// An edit that was done, as a step back and forth. The steps of one gesture are one.
class EditCommand : public QUndoCommand {
public:
    /// @param tiers  the tiers that became part of the project by the edit; undo takes them out again
    /// @param gesture  the same number for all edits of a gesture; 0: the edit stands by itself
    EditCommand(Document& document, const QString& name, const engine::Change& done,
                const engine::Change& tiers, int gesture);
    /// A step that an earlier session did, or did and undid; the history is only to be brought to where it
    /// was.
    EditCommand(Document& document, engine::HistoryStep step, bool isDone);

    void redo() override;
    void undo() override;
    int id() const override { return 1; }
    bool mergeWith(const QUndoCommand* next) override;

    /// Where in a video something changed first.
    struct Place {
        QString video;
        double seconds = 0.0; ///< 0 where no segment changed
    };
    std::vector<Place> places() const; ///< one per video
    /// Why the last undo or redo failed; empty: it did not.
    const QString& refusal() const { return m_refusal; }
    /// As the project keeps it.
    engine::HistoryStep step() const { return {text().toStdString(), m_change, m_tiers}; }

private:
    engine::Change whole() const { return m_tiers.change().followedBy(m_change.change()); }
    void apply(const engine::Change& change);

    Document& m_document;
    engine::PackedChange m_change;
    engine::PackedChange m_tiers;
    QString m_refusal;
    int m_gesture;
    bool m_skipsRedo = true; ///< the edit was done before it was pushed
    bool m_skipsUndo = false; ///< an earlier session undid it
};

}
