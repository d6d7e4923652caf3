#pragma once

#include "widgets/timeline/track.h"
#include "widgets/timeline/track_layout.h"

namespace widgets {

/// The tracks in the order of a layout. One that the layout does not name follows the track that it was added
/// after.
/// @param tracks  in the order in which they were added
std::vector<Track*> ordered(const std::vector<Track*>& tracks, const TrackLayout& layout);

/// The place that a layout gives a track; one that says nothing where it gives none.
TrackPlace placeOf(const Track* track, const TrackLayout& layout);

/// A layout that names all tracks, as they stand; those of other videos that it named keep what it said.
TrackLayout completed(const std::vector<Track*>& tracks, const TrackLayout& layout);

/// The same with one place changed.
TrackLayout with(TrackLayout layout, const TrackPlace& place);

/// The same with a track before another; at the foot where that is null.
TrackLayout moved(const TrackLayout& layout, const QString& key, const QString& before);

}
