#pragma once

#include "app/document/tier_views.h"
#include "app/timeline/timeline_tracks.h"

#include <QObject>

#include <map>
#include <optional>
#include <vector>

namespace engine {
struct Tier;
}

namespace widgets {
class IntervalTrack;
class Track;
}

namespace app {

class AnswerLocks;
class Document;
class SegmentSelection;

/// The timeline's words, labels, and tiers that people made: a track for each.
class TierTracks : public QObject {
    Q_OBJECT
public:
    TierTracks(const TimelineTracks& tracks, Document& document, const AnswerLocks& locks, QObject* parent);

    /// The track of a tier; null when it has none.
    widgets::Track* trackOf(const TierName& tier) const;
    /// The tier that a track shows; absent: it shows none.
    std::optional<TierName> tierOf(const widgets::Track* track) const;
    /// The visible tiers, from top to bottom.
    std::vector<TierName> shownTiers() const;
    /// The tiers of the video in sight, shown or not.
    std::vector<TierName> tiers() const;

    void showWords();
    /// @param current  place of the segment in focus
    void showLabels(std::optional<std::size_t> current);
    /// Makes one track per tier that people made, above the prediction, and removes the tracks of tiers that
    /// no longer exist.
    void showOwnTiers();
    void showSelected(const SegmentSelection& selected);
    /// Whether labels are hidden now: those of the video, and layers and tiers that have labels.
    /// Shows a rating that is being recorded together with the values that its tier already has.
    void showRecording(const TierName& tier, double start, const std::vector<float>& values);
    /// Ends drags of edges, because another video comes into sight.
    void letGo();

signals:
    /// A track of words or segments was made; words and labels have theirs from the beginning.
    void trackMade(widgets::IntervalTrack* track, const app::TierName& tier);
    void pressed(const app::TierName& tier); ///< the mouse was pressed on the track of a continuous tier
    void ownTiersShown();
    /// A person chose, in the menu of a track's head, to unlock its answers or to lock them again.
    void answersLockWished(const app::TierName& tier);

private:
    void showWordsTrack();
    void showOwnTier(const engine::Tier& tier);
    QString subtitleOf(const engine::Tier& tier) const;

    TimelineTracks m_tracks;
    Document& m_document;
    const AnswerLocks& m_locks;
    std::map<TierName, widgets::Track*> m_ownTracks; ///< of tiers that people made
};

}
