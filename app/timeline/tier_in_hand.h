#pragma once

#include "app/document/tier_views.h"
#include "app/timeline/timeline_tracks.h"
#include "engine/annotation/segment.h"

#include <QObject>

#include <optional>
#include <vector>

namespace app {

class Document;
class Player;
class SegmentSelection;
class TierTracks;

/// What keys edit: the tier that was clicked last, on its track or its head, and in it the selected segments
/// or the segment under the playhead.
class TierInHand : public QObject {
    Q_OBJECT
public:
    TierInHand(const TimelineTracks& tracks, TierTracks& tiers, const Document& document,
               const Player& player, QObject* parent);

    const TierName& tier() const { return m_tier; }
    void setTier(const TierName& tier);
    void goTo(const TierName& tier); ///< as setTier(), and brings the track into sight
    /// Goes to the next visible tier. @param step  +1: the tier whose track is below; −1: above
    void goToNeighbour(int step);
    /// The word or segment under the playhead; when several overlap there, the one that was clicked. Of
    /// labelled segments the one that was played or edited last, as long as it is held.
    std::optional<std::size_t> index() const;
    SegmentSelection& selected() { return *m_selected; }
    const SegmentSelection& selected() const { return *m_selected; }
    /// The segments that are edited by keys that can edit several: the selected segments, else the segment
    /// under the playhead.
    std::vector<engine::SegmentId> segments() const;
    QString nothing() const; ///< a message that there is no word or segment here

signals:
    void tierChanged();

private:
    void showTracks();

    TimelineTracks m_tracks;
    TierTracks& m_tiers;
    const Document& m_document;
    const Player& m_player;
    SegmentSelection* m_selected;
    TierName m_tier = kWordsTier;
};

}
