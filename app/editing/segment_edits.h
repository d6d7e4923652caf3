#pragma once

#include "app/document/tier_views.h"
#include "engine/annotation/edits.h"
#include "engine/annotation/transcript_edits.h"

#include <QCoreApplication>
#include <QString>

#include <optional>
#include <span>
#include <vector>

namespace app {

class Document;
class Editor;
struct CopiedSegments;

/// What keys and mouse do to single words and segments, each as a step of the editor.
class SegmentEdits {
    Q_DECLARE_TR_FUNCTIONS(app::SegmentEdits)
public:
    SegmentEdits(Document& document, Editor& editor);

    /// Moves an edge of a word or labelled segment, within the video. With `Follow` a neighbour that touches
    /// it keeps touching it, and the edge stops at any other. What else moves depends on where all lay when
    /// the gesture began, not on where it has been.
    /// @param gesture  0: it is no step of a drag
    void moveEdge(engine::SegmentId id, bool atEnd, double seconds, engine::EdgeMode mode, int gesture);
    bool split(const TierName& tier, std::size_t index, double seconds);
    bool mergeWithNext(const TierName& tier, std::size_t index);
    bool remove(const TierName& tier, std::size_t index);
    /// @return the number of the new segment; absent where it was refused
    std::optional<engine::SegmentId> insert(const TierName& tier, engine::Interval span);
    /// Removes several at once, as one step.
    bool remove(const TierName& tier, std::span<const engine::SegmentId> ids);
    /// Copies begin at `seconds` and keep their distances. @return their numbers; empty where it was refused
    std::vector<engine::SegmentId> paste(const CopiedSegments& copied, double seconds);
    bool retype(engine::SegmentId id, const QString& text);
    /// Does what was typed into the running text. Steps of the same number that follow each other are one
    /// step of the history.
    /// @param typed  its `end` is filled in here. @param step  0: it stands by itself
    bool type(const QString& name, engine::WordsEdit typed, int step);
    /// Puts the start of a word to a moment, which has times from then on (engine::beginWordAt).
    bool beginWord(engine::SegmentId id, double seconds);
    bool shift(const TierName& tier, std::size_t index, double seconds);

private:
    void tellOfAnswers(engine::SegmentId id);

    Document& m_document;
    Editor& m_editor;
    int m_toldGesture = 0; ///< the last one of which Editor::told was emitted
};

}
