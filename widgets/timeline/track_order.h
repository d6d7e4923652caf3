#pragma once

#include "widgets/timeline/track.h"
#include "widgets/timeline/track_layout.h"

namespace widgets {

/// The object name of the track that leads this one's group; empty: it stands for itself.
/// @param leaderOfRest  of the tracks that say nothing of it
QString leaderOf(const Track& track, const QString& leaderOfRest);

/// The tracks in the order of a layout. A track that the layout does not name follows the one that was added
/// before it. Groups stay together: a track whose leader is among the tracks stands below it.
/// @param tracks  in the order in which they were added
std::vector<Track*> ordered(const std::vector<Track*>& tracks, const TrackLayout& layout,
                            const QString& leaderOfRest = {});

/// The place that a layout gives a track. Where it gives none, the track is as it is at first.
TrackPlace placeOf(const Track* track, const TrackLayout& layout);

/// A layout that names all tracks in their current order. Places for tracks that are not among these, as
/// other videos have them, are kept behind.
TrackLayout completed(const std::vector<Track*>& tracks, const TrackLayout& layout,
                      const QString& leaderOfRest = {});

/// A layout with one place changed.
TrackLayout with(TrackLayout layout, const TrackPlace& place);

/// A layout with one track moved above another. @param before  the other track's key; empty: to the foot
TrackLayout moved(const TrackLayout& layout, const QString& key, const QString& before);

}
