#include "widgets/timeline/track_order.h"

#include <algorithm>
#include <iterator>

namespace widgets {

namespace {

auto placeIn(const TrackLayout& layout, const QString& key)
{
    return std::find_if(layout.begin(), layout.end(),
                        [&](const TrackPlace& place) { return place.key == key; });
}

/// Each track below the one that leads its group, in the order in which they come.
std::vector<Track*> inGroups(const std::vector<Track*>& tracks, const QString& leaderOfRest)
{
    std::vector<Track*> result;
    const auto leads = [&](const Track* leader, const Track* track) {
        const QString name = leaderOf(*track, leaderOfRest);
        return !name.isEmpty() && leader->objectName() == name; // tracks without a name lead nobody
    };
    for (Track* track : tracks) {
        const bool isLed = std::any_of(tracks.begin(), tracks.end(),
                                       [&](const Track* each) { return leads(each, track); });
        if (isLed)
            continue;
        result.push_back(track);
        std::copy_if(tracks.begin(), tracks.end(), std::back_inserter(result),
                     [&](const Track* each) { return leads(track, each); });
    }
    return result;
}

}

QString leaderOf(const Track& track, const QString& leaderOfRest)
{
    const QString leader = track.leader().value_or(leaderOfRest);
    return leader == track.objectName() ? QString() : leader;
}

std::vector<Track*> ordered(const std::vector<Track*>& tracks, const TrackLayout& layout,
                            const QString& leaderOfRest)
{
    std::vector<Track*> result;
    for (const TrackPlace& place : layout) {
        for (Track* track : tracks) {
            if (track->objectName() == place.key)
                result.push_back(track);
        }
    }
    for (std::size_t i = 0; i < tracks.size(); ++i) {
        if (std::find(result.begin(), result.end(), tracks[i]) != result.end())
            continue;
        const auto before = i == 0 ? result.end() : std::find(result.begin(), result.end(), tracks[i - 1]);
        result.insert(before == result.end() ? (i == 0 ? result.begin() : result.end()) : before + 1,
                      tracks[i]);
    }
    return inGroups(result, leaderOfRest);
}

TrackPlace placeOf(const Track* track, const TrackLayout& layout)
{
    const auto place = placeIn(layout, track->objectName());
    return place == layout.end() ? TrackPlace{track->objectName(), !track->isShownAtFirst()} : *place;
}

TrackLayout completed(const std::vector<Track*>& tracks, const TrackLayout& layout,
                      const QString& leaderOfRest)
{
    TrackLayout result;
    for (const Track* track : ordered(tracks, layout, leaderOfRest))
        result.push_back(placeOf(track, layout));
    for (const TrackPlace& place : layout) {
        if (placeIn(result, place.key) == result.end())
            result.push_back(place);
    }
    return result;
}

TrackLayout with(TrackLayout layout, const TrackPlace& place)
{
    const auto known = std::find_if(layout.begin(), layout.end(),
                                    [&](const TrackPlace& other) { return other.key == place.key; });
    if (known == layout.end())
        layout.push_back(place);
    else
        *known = place;
    return layout;
}

TrackLayout moved(const TrackLayout& layout, const QString& key, const QString& before)
{
    TrackLayout result = layout;
    const auto from = placeIn(result, key);
    if (from == result.end() || key == before)
        return result;
    const TrackPlace place = *from;
    result.erase(from);
    result.insert(placeIn(result, before), place);
    return result;
}

}
