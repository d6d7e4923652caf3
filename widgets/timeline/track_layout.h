#pragma once

#include <QString>

#include <vector>

namespace widgets {

/// Where a person wants a track: its place is that in the list.
struct TrackPlace {
    QString key; ///< the track's object name
    bool hidden = false;
    int height = 0; ///< pixels; 0: as much as there is room for
    friend bool operator==(const TrackPlace&, const TrackPlace&) = default;
};

/// From top to bottom. Tracks that it does not name stand where they were added.
using TrackLayout = std::vector<TrackPlace>;

}
