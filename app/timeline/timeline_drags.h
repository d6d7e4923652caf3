#pragma once

#include "app/document/tier_views.h"
#include "app/timeline/timeline_tracks.h"
#include "engine/annotation/segment.h"

#include <QObject>

#include <optional>

namespace widgets {
class IntervalTrack;
struct IntervalEdge;
}

namespace app {

class Document;
class Editor;
class Player;
class TierInHand;
class TierTracks;

/// Handles drags in the timeline: of the edges of words and segments, which snap, and of the tracks
/// themselves. All moves of one drag become one step of the history.
class TimelineDrags : public QObject {
    Q_OBJECT
public:
    TimelineDrags(const TimelineTracks& tracks, TierTracks& tiers, TierInHand& hand,
                  Document& document, Editor& editor, const Player& player, QObject* parent);

    /// Whether dragged edges snap, unless Alt is held.
    void setSnaps(bool snaps) { m_snaps = snaps; }
    /// Ends the drag of an edge, because another video comes into sight.
    void letGo() { m_dragged.reset(); }

private:
    void connectTrack(widgets::IntervalTrack* track, const TierName& tier);
    void dragEdge(const TierName& tier, const widgets::IntervalEdge& edge, double seconds,
                  Qt::KeyboardModifiers modifiers);
    std::optional<double> snapTarget(const TierName& tier, double seconds) const;

    TimelineTracks m_tracks;
    TierTracks& m_tiers;
    TierInHand& m_hand;
    Document& m_document;
    Editor& m_editor;
    const Player& m_player;
    std::optional<engine::SegmentId> m_dragged; ///< the segment whose edge is dragged
    bool m_snaps = true;
    int m_drag = 1; ///< number of the present drag
};

}
