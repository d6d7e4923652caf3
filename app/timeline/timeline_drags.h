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

/// What is dragged in the timeline: edges of words and segments, which snap, and the tracks themselves. All
/// moves of one drag become one step of the history.
class TimelineDrags : public QObject {
    Q_OBJECT
public:
    TimelineDrags(const TimelineTracks& tracks, TierTracks& tiers, TierInHand& hand, Document& document,
                  Editor& editor, const Player& player, QObject* parent);

    /// Whether edges in hand snap, unless Alt is held.
    void setSnaps(bool snaps) { m_snaps = snaps; }
    /// Lets go of the edge in hand: another video comes into sight.
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
    std::optional<engine::SegmentId> m_dragged; ///< whose edge is in hand
    bool m_snaps = true;
    int m_drag = 1; ///< number of the drag that goes on
};

}
