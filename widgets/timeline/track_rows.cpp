#include "widgets/timeline/track_rows.h"

#include "widgets/timeline/track_order.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace widgets {

namespace {

constexpr int kPinnedPart = 3; // a pinned row takes at most one part of so many of the area

}

void TrackRows::add(Track* track, const Track* below)
{
    m_tracks.insert(std::find(m_tracks.begin(), m_tracks.end(), below), track);
}

void TrackRows::remove(const Track* track)
{
    std::erase(m_tracks, track);
    if (m_pinned == track)
        m_pinned = nullptr;
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
    return completed(m_tracks, m_layout, m_leaderOfRest);
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
    for (Track* track : ordered(m_tracks, m_layout, m_leaderOfRest)) {
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
    m_scrolled = std::clamp(m_wished, 0, std::max(0, m_contentHeight - area.height()));
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
    pin();
}

void TrackRows::pin()
{
    m_floating = m_pinned ? indexOf(m_pinned) : std::nullopt;
    if (!m_floating)
        return;
    TrackRow& row = m_rows[*m_floating];
    const int place = std::clamp(row.top, m_areaTop, std::max(m_areaTop, m_areaEnd - row.height));
    if (place == row.top || row.height * kPinnedPart > m_areaEnd - m_areaTop)
        m_floating.reset();
    else
        row.top = place;
}

std::optional<TrackRow> TrackRows::floating() const
{
    return m_floating ? std::optional(m_rows[*m_floating]) : std::nullopt;
}

std::vector<TrackRow> TrackRows::rowsToPaint() const
{
    std::vector<TrackRow> rows = m_rows;
    if (m_floating) {
        const auto floating = rows.begin() + static_cast<std::ptrdiff_t>(*m_floating);
        std::rotate(floating, floating + 1, rows.end());
    }
    return rows;
}

int TrackRows::missingFor(const Track* track) const
{
    const auto index = indexOf(track);
    if (!index || m_floating == index)
        return 0;
    const TrackRow& row = m_rows[*index];
    const int pinned = m_floating ? m_rows[*m_floating].height : 0; // which may cover what comes into sight
    const int top = m_areaTop + (m_floating && *index > *m_floating ? pinned : 0);
    const int end = m_areaEnd - (m_floating && *index < *m_floating ? pinned : 0);
    if (row.top >= top && row.end() <= end)
        return 0;
    const bool isBelow = row.top > top && row.height <= end - top;
    return isBelow ? row.end() - end : row.top - top;
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
    const auto isHere = [=](const TrackRow& r) { return y >= r.top && y < r.end(); };
    if (m_floating && isHere(m_rows[*m_floating]))
        return m_rows[*m_floating];
    const auto row = std::ranges::find_if(m_rows, isHere);
    return row == m_rows.end() || !isInSight(y) ? std::nullopt : std::optional(*row);
}

QString TrackRows::keyAt(std::size_t index) const
{
    return index < m_rows.size() ? m_rows[index].track->objectName() : QString();
}

/// The name of the track that leads this row's; empty: the row stands for itself, or leads others.
QString TrackRows::leaderAt(std::size_t index) const
{
    const QString leader = leaderOf(*m_rows[index].track, m_leaderOfRest);
    const bool isThere
        = std::ranges::any_of(m_tracks, [&](const Track* track) { return track->objectName() == leader; });
    return isThere ? leader : QString();
}

/// What rows of one group have in common; the leader itself may be hidden.
QString TrackRows::groupAt(std::size_t index) const
{
    const QString leader = leaderAt(index);
    return leader.isEmpty() ? keyAt(index) : leader;
}

TrackRows::Span TrackRows::groupOf(std::size_t index) const
{
    const QString group = groupAt(index);
    Span span{index, index};
    while (span.first > 0 && groupAt(span.first - 1) == group)
        --span.first;
    while (span.last + 1 < m_rows.size() && groupAt(span.last + 1) == group)
        ++span.last;
    return span;
}

std::optional<TrackRows::Span> TrackRows::passed(std::size_t moved, std::size_t over) const
{
    if (moved == over)
        return std::nullopt;
    const QString leader = leaderAt(moved);
    if (!leader.isEmpty())
        return leaderAt(over) == leader ? std::optional(Span{over, over}) : std::nullopt;
    return groupAt(over) == groupAt(moved) ? std::nullopt : std::optional(groupOf(over));
}

std::optional<QString> TrackRows::keyAfterStep(std::size_t index, bool isDown) const
{
    const Span own = leaderAt(index).isEmpty() ? groupOf(index) : Span{index, index};
    if (isDown ? own.last + 1 >= m_rows.size() : own.first == 0)
        return std::nullopt;
    const auto there = passed(index, isDown ? own.last + 1 : own.first - 1);
    return there ? std::optional(keyAt(isDown ? there->last + 1 : there->first)) : std::nullopt;
}

}
