#include "widgets/timeline/timeline_page.h"

#include "widgets/timeline/timeline_look.h"
#include "widgets/timeline/timeline_painter.h"

#include <cmath>

namespace widgets {

namespace {

/// Such a page has no scroll bar: its place is cut off below.
TimelineAreas areasOf(const TimelinePage& page)
{
    return {{page.size.width(), page.size.height() + TimelineAreas::kScrollBarHeight}, false};
}

std::vector<Track*> tracksOf(const TimelineState& state, const QStringList& names)
{
    std::vector<Track*> found;
    for (const TrackPlace& place : state.rows.completeLayout()) {
        for (Track* track : state.rows.tracks()) {
            if (track->objectName() == place.key && names.contains(place.key) && track->isVisible())
                found.push_back(track);
        }
    }
    return found;
}

/// As high as the timeline shows the track, in pixels; what it does not show has the least height.
int shownHeight(const TimelineState& state, const Track* track)
{
    const auto row = state.rows.rowOf(track);
    return row && row->height > 0 ? row->height : track->minimumHeight();
}

/// Gives tracks the heights of a page as long as it lives.
class PageHeights {
public:
    explicit PageHeights(const std::vector<Track*>& tracks)
    {
        for (Track* track : tracks)
            m_before.emplace_back(track, track->height());
    }
    ~PageHeights()
    {
        for (const auto& [track, height] : m_before)
            track->setHeight(height);
    }
    PageHeights(const PageHeights&) = delete;
    PageHeights& operator=(const PageHeights&) = delete;

private:
    std::vector<std::pair<Track*, int>> m_before;
};

TrackRows rowsOf(const TimelineState& state, const std::vector<Track*>& tracks, const QRect& area)
{
    TrackRows rows;
    TrackLayout layout;
    double total = 0.0;
    for (const Track* track : tracks)
        total += shownHeight(state, track);
    double top = 0.0;
    for (Track* track : tracks) {
        TrackPlace place = state.rows.placeOf(track);
        place.key = track->objectName();
        place.hidden = place.solo = false;
        const double end = top + shownHeight(state, track) * area.height() / std::max(1.0, total);
        place.height = std::max(1, static_cast<int>(std::lround(end) - std::lround(top)));
        top = end;
        rows.add(track, nullptr);
        layout.push_back(place);
    }
    rows.setLayout(std::move(layout));
    rows.arrange(area);
    return rows;
}

}

QRect TimelinePage::trackArea() const
{
    return areasOf(*this).tracks();
}

double TimelinePage::x(double seconds) const
{
    const QRect area = trackArea();
    return area.left() + TimeScale::fitting(span, area.width()).x(seconds);
}

int pageHeight(const TimelineState& state, const QStringList& tracks)
{
    int height = TimelineAreas::kRulerHeight;
    for (const Track* track : tracksOf(state, tracks))
        height += shownHeight(state, track);
    return height;
}

void paintTimelinePage(QPainter& painter, const TimelineState& state, const TimelinePage& page)
{
    const std::vector<Track*> tracks = tracksOf(state, page.tracks);
    const TimelineAreas areas = areasOf(page);
    const PageHeights heights(tracks);
    TimelineState shown;
    shown.rows = rowsOf(state, tracks, areas.tracks());
    shown.axis = state.axis;
    shown.axis.scale = TimeScale::fitting(page.span, areas.tracks().width());
    shown.countsSteps = state.countsSteps;
    shown.marks.playhead = page.span.start - 1e6; // far out of sight: whoever shows the page has one
    const TimelineLook look{areas, page.theme, page.font, false};
    painter.save();
    painter.setClipRect(QRect({0, 0}, page.size), Qt::IntersectClip);
    paintTimeline(painter, shown, look);
    painter.restore();
}

}
