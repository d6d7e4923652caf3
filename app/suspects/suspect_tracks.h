#pragma once

#include "app/suspects/suspect_content.h"

#include <QObject>

namespace widgets {
class TimelineView;
}

namespace app {

/// What speaks for and against a suspicious label, on tracks below the others. They are in the timeline only
/// while there is something to show.
class SuspectTracks : public QObject {
    Q_OBJECT
public:
    SuspectTracks(widgets::TimelineView& view, QObject* parent);

    void show(const SuspectEvidenceRows& rows);

private:
    void showOne(widgets::EvidenceTrack& track, const std::optional<SuspectEvidenceRows::Evidence>& evidence);

    widgets::TimelineView& m_view;
    widgets::EvidenceTrack* m_models;
    widgets::EvidenceTrack* m_neighbours;
    widgets::EvidenceTrack* m_alone;
    widgets::EvidenceTrack* m_suggestion;
    bool m_isAdded = false; ///< to the view
};

}
