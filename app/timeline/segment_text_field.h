#pragma once

#include "app/document/tier_views.h"

#include <QLineEdit>
#include <QPointer>

namespace widgets {
class TimelineView;
class Track;
}

namespace app {

class Document;
class Editor;
class TermOffer;

/// A field over a word or segment of the timeline, where a person types its text, or the first value of a
/// labelled segment; terms of the tier's first label are offered below. Enter, or leaving the field, takes
/// what is typed; Esc does not. Then the field deletes itself.
class SegmentTextField : public QLineEdit {
    Q_OBJECT
public:
    /// @param track  the tier's track. @param index  place of the segment in the tier
    SegmentTextField(widgets::TimelineView& view, const widgets::Track& track, const Document& document,
                     Editor& editor, const TierName& tier, std::size_t index);

private:
    void offer(const engine::Vocabulary& terms);
    void close();

    widgets::TimelineView& m_view;
    QPointer<TermOffer> m_offer; ///< null: the tier has no terms
};

}
