#include "widgets/timeline/track_rows.h"

#include "widgets/timeline/track_order.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace widgets {

void TrackRows::add(Track* track, const Track* below)
{
    m_tracks.insert(std::find(m_tracks.begin(), m_tracks.end(), below), track);
}

void TrackRows::remove(const Track* track)
{
    std::erase(m_tracks, track);
}

bool TrackRows::setLayout(TrackLayout layout)
{
    if (m_layout == layout)
        return false;
    m_layout = std::move(layout);
    return true;
}

TrackLayout TrackRows::completeLayout() const
{
    return completed(m_tracks, m_layout);
}

TrackPlace TrackRows::placeOf(const Track* track) const
{
    return widgets::placeOf(track, m_layout);
}

void TrackRows::arrange(const QRect& area)
{
    struct Wanted {
        Track* track;
        int height;
        int stretch;
    };
    std::vector<Wanted> wanted;
    int least = 0;
    int stretches = 0;
    const bool anySolo = std::any_of(m_tracks.begin(), m_tracks.end(), [this](const Track* track) {
        return track->isVisible() && placeOf(track).solo;
    });
    for (Track* track : ordered(m_tracks, m_layout)) {
        const TrackPlace place = placeOf(track);
        track->setLocked(place.locked);
        track->setChosenColour(place.colour);
        if (track->display() != place.display)
            track->setDisplay(place.display);
        if (!track->isVisible() || (anySolo ? !place.solo : place.hidden))
            continue;
        wanted.push_back(place.height > 0 ? Wanted{track, place.height, 0}
                                          : Wanted{track, track->minimumHeight(), track->stretch()});
        least += wanted.back().height;
        stretches += wanted.back().stretch;
    }
    const double share
        = stretches > 0 ? std::max(0.0, static_cast<double>(area.height() - least)) / stretches : 0.0;
    m_contentHeight = stretches > 0 ? std::max(least, area.height()) : least;
    m_scrolled = std::clamp(m_scrolled, 0, std::max(0, m_contentHeight - area.height()));
    m_areaTop = area.top();
    m_areaEnd = area.top() + area.height();
    m_rows.clear();
    double top = area.top() - m_scrolled;
    for (const Wanted& row : wanted) {
        const int first = static_cast<int>(std::lround(top));
        top += row.height + share * row.stretch;
        m_rows.push_back({row.track, first, static_cast<int>(std::lround(top)) - first});
        row.track->setHeight(m_rows.back().height - 1); // the last line belongs to the border
    }
}

std::optional<std::size_t> TrackRows::indexOf(const Track* track) const
{
    const auto row = std::ranges::find_if(m_rows, [=](const TrackRow& r) { return r.track == track; });
    return row == m_rows.end() ? std::nullopt : std::optional(static_cast<std::size_t>(row - m_rows.begin()));
}

std::optional<TrackRow> TrackRows::rowOf(const Track* track) const
{
    const auto index = indexOf(track);
    return index ? std::optional(m_rows[*index]) : std::nullopt;
}

std::optional<TrackRow> TrackRows::rowAt(int y) const
{
    const auto row
        = std::ranges::find_if(m_rows, [=](const TrackRow& r) { return y >= r.top && y < r.end(); });
    return row == m_rows.end() || !isInSight(y) ? std::nullopt : std::optional(*row);
}

QString TrackRows::keyAt(std::size_t index) const
{
    return index < m_rows.size() ? m_rows[index].track->objectName() : QString();
}

}
