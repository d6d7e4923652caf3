#pragma once

#include <QString>

#include <vector>

namespace widgets {

/// How a person arranged one track. Its place among the tracks is its place in the list.
struct TrackPlace {
    QString key; ///< the track's object name
    bool hidden = false;
    int height = 0; ///< pixels; 0: the view decides
    bool locked = false; ///< nothing on it can be edited
    bool solo = false; ///< while any track is solo, only solo ones are shown
    int colour = 0; ///< number of one of the theme's track colours, from 1; 0: the track's own colour
    QString display = {}; ///< Track::display(); empty: the default
    friend bool operator==(const TrackPlace&, const TrackPlace&) = default;
};

/// The places of tracks from top to bottom. A track that it does not name stands below the one that was added
/// before it.
using TrackLayout = std::vector<TrackPlace>;

}
