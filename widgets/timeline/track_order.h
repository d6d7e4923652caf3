#pragma once

#include "widgets/timeline/track.h"
#include "widgets/timeline/track_layout.h"

namespace widgets {

/// The tracks in the order of a layout. A track that the layout does not name follows the one that was added
/// before it.
/// @param tracks  in the order in which they were added
std::vector<Track*> ordered(const std::vector<Track*>& tracks, const TrackLayout& layout);

/// The place that a layout gives a track; a default one where it gives none.
TrackPlace placeOf(const Track* track, const TrackLayout& layout);

/// A layout that names all tracks in their current order. Places of tracks of other videos stay as they were.
TrackLayout completed(const std::vector<Track*>& tracks, const TrackLayout& layout);

/// A layout with one place changed.
TrackLayout with(TrackLayout layout, const TrackPlace& place);

/// A layout with a track moved before another; to the foot where that is empty.
TrackLayout moved(const TrackLayout& layout, const QString& key, const QString& before);

}
