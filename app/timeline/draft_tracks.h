#pragma once

#include "app/document/tier_views.h"
#include "app/timeline/timeline_tracks.h"

#include <QObject>

#include <map>
#include <vector>

namespace widgets {
class DraftTrack;
class Track;
}

namespace app {

class Document;
class TierTracks;

/// Shows what was suggested for half-labelled tiers of the video in sight, each in a track of its own.
class DraftTracks : public QObject {
    Q_OBJECT
public:
    DraftTracks(const TimelineTracks& tracks, const TierTracks& tiers, Document& document, QObject* parent);

    void bringIntoSight(const TierName& tier); ///< suggestions of this tier
    void show(); ///< also when other parts may be seen

signals:
    /// A person clicked on a suggestion. @param row  of the tier's draft
    void pressed(const app::TierName& tier, std::size_t row);

private:
    const widgets::Track* below(const TierName& tier) const;

    TimelineTracks m_tracks;
    const TierTracks& m_tiers;
    Document& m_document;
    std::map<TierName, widgets::DraftTrack*> m_shown;
    std::map<TierName, std::vector<std::size_t>> m_rows; ///< of the draft, by piece
};

}
