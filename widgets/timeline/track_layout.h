#pragma once

#include <QString>

#include <vector>

namespace widgets {

/// Where a person wants a track: its place is that in the list.
struct TrackPlace {
    QString key; ///< the track's object name
    bool hidden = false;
    int height = 0; ///< pixels; 0: as much as there is room for
    bool locked = false; ///< nothing on it can be edited
    bool solo = false; ///< while any is, only those that are can be seen
    int colour = 0; ///< of the theme's track colours, from 1; 0: its own
    QString display = {}; ///< how it shows what it has, in its own words; empty: as it was made
    friend bool operator==(const TrackPlace&, const TrackPlace&) = default;
};

/// From top to bottom. Tracks that it does not name stand where they were added.
using TrackLayout = std::vector<TrackPlace>;

}
