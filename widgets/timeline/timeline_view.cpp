#include "widgets/timeline/timeline_view.h"

#include "widgets/timeline/kinetic_pan.h"
#include "widgets/timeline/timeline_accessible.h"
#include "widgets/timeline/track_order.h"

#include <QEvent>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr double kScrollTicks = 1e9; // that a scroll bar has at most
}

TimelineView::TimelineView(QWidget* parent)
    : QWidget(parent)
    , m_scrollBar(new QScrollBar(Qt::Horizontal, this))
    , m_glide(new KineticPan(this))
{
    setObjectName(QStringLiteral("timeline"));
    installTimelineAccessibility();
    setAccessibleName(tr("Timeline"));
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    m_scrollBar->setAccessibleName(tr("Visible part of the timeline"));
    m_scrollBar->setFocusPolicy(Qt::NoFocus);
    connect(m_scrollBar, &QScrollBar::valueChanged, this, [this](int value) {
        setScale({value / m_scrollTicks, m_scale.pixelsPerSecond});
    });
    connect(m_glide, &KineticPan::panned, this, [this](double pixels) {
        const TimeScale before = m_scale;
        applyScale(m_scale.panned(pixels));
        if (m_scale == before) // at the rim
            m_glide->stop();
    });
}

void TimelineView::addTrack(Track* track, const Track* below)
{
    track->setParent(this);
    m_tracks.insert(std::find(m_tracks.begin(), m_tracks.end(), below), track);
    connect(track, &Track::changed, this, [this, track] { markDirty(track); });
    connect(track, &Track::headChanged, this, [this, track] { markDirty(track); });
    connect(track, &Track::visibilityChanged, this, &TimelineView::layOut);
    connect(track, &Track::minimumHeightChanged, this, &TimelineView::layOut);
    connect(track, &Track::displayWished, this,
            [this, track](const QString& display, const QString& what, bool continues) {
                TrackPlace place = placeOf(track, m_layout);
                place.display = display;
                emit layoutWished(with(completed(m_tracks, m_layout), place), what, continues);
            });
    layOut();
}

void TimelineView::removeTrack(Track* track)
{
    std::erase(m_tracks, track);
    track->deleteLater();
    layOut();
}

std::vector<Track*> TimelineView::shownTracks() const
{
    std::vector<Track*> shown;
    for (const Row& row : m_rows)
        shown.push_back(row.track);
    return shown;
}

void TimelineView::setDuration(double seconds)
{
    m_duration = std::max(0.0, seconds);
    showAll();
}

void TimelineView::setPlayhead(double seconds)
{
    if (m_playhead == seconds)
        return;
    const QRect area = trackArea();
    const auto column
        = [&](double time) { return area.left() + static_cast<int>(std::lround(m_scale.x(time))); };
    const int before = column(m_playhead);
    m_playhead = seconds;
    const bool outside = m_scale.x(seconds) < 0 || m_scale.x(seconds) > area.width();
    if (m_following && outside && m_gesture == Gesture::None)
        ensureVisible(seconds);
    for (const int x : {before, column(m_playhead)})
        update(x - 6, 0, 13, height());
}

void TimelineView::setFollowing(bool follow)
{
    m_following = follow;
    if (follow)
        ensureVisible(m_playhead);
}

void TimelineView::setSelection(std::optional<engine::Interval> span, std::optional<int> frames)
{
    m_selection = span;
    m_selectedFrames = frames;
    update();
}

void TimelineView::setHighlight(std::optional<engine::Interval> span)
{
    if (m_highlight == span)
        return;
    m_highlight = span;
    update();
}

void TimelineView::setGuide(std::optional<double> seconds)
{
    if (m_guide == seconds)
        return;
    m_guide = seconds;
    update();
}

void TimelineView::setActiveTrack(const Track* track)
{
    if (m_active == track)
        return;
    m_active = track;
    m_headsDirty = true;
    markDirty();
}

void TimelineView::setScale(const TimeScale& scale)
{
    m_glide->stop();
    applyScale(scale);
}

void TimelineView::setClosestZoom(double pixelsPerSecond)
{
    m_closestZoom = pixelsPerSecond;
    setScale(m_scale);
}

void TimelineView::applyScale(const TimeScale& scale)
{
    const TimeScale before = m_scale;
    m_scale = scale;
    limitScale();
    if (m_scale == before)
        return;
    updateScrollBar();
    markDirty();
    emit scaleChanged(m_scale);
}

/// Keeps the whole file the farthest view, a sample the closest, and the view inside the file.
void TimelineView::limitScale()
{
    const double width = std::max(1, trackArea().width());
    const double farthest = m_duration > 0 ? width / m_duration : 1.0;
    m_scale.pixelsPerSecond
        = std::clamp(m_scale.pixelsPerSecond, farthest, std::max(farthest, m_closestZoom));
    const double last = std::max(0.0, m_duration - width / m_scale.pixelsPerSecond);
    m_scale.origin = std::clamp(m_scale.origin, 0.0, last);
}

/// A tick is a pixel, as far as a scroll bar can count.
void TimelineView::updateScrollBar()
{
    const double visible = trackArea().width() / m_scale.pixelsPerSecond;
    m_scrollTicks
        = std::min(std::max(1000.0, m_scale.pixelsPerSecond), kScrollTicks / std::max(1.0, m_duration));
    const QSignalBlocker blocker(m_scrollBar);
    m_scrollBar->setRange(0, static_cast<int>(std::max(0.0, m_duration - visible) * m_scrollTicks));
    m_scrollBar->setPageStep(std::max(1, static_cast<int>(visible * m_scrollTicks)));
    m_scrollBar->setSingleStep(std::max(1, static_cast<int>(visible * m_scrollTicks / 20)));
    m_scrollBar->setValue(static_cast<int>(m_scale.origin * m_scrollTicks));
}

void TimelineView::zoomAroundPlayhead(double factor)
{
    const double x = m_scale.x(m_playhead);
    const double width = trackArea().width();
    setScale(m_scale.zoomed(factor, x >= 0 && x <= width ? x : width / 2));
}

void TimelineView::zoomTo(engine::Interval span)
{
    setScale(TimeScale::fitting(span, trackArea().width(), 40));
}

void TimelineView::showAll()
{
    if (m_duration > 0)
        m_scale = TimeScale::fitting({0.0, m_duration}, trackArea().width());
    limitScale();
    updateScrollBar();
    markDirty();
    emit scaleChanged(m_scale);
}

void TimelineView::panByScreens(double screens)
{
    setScale(m_scale.panned(screens * trackArea().width()));
}

void TimelineView::ensureVisible(double seconds)
{
    const double width = trackArea().width();
    const double x = m_scale.x(seconds);
    if (x < 0 || x > width)
        setScale(m_scale.panned(x - width * 0.1));
}

QRect TimelineView::trackArea() const
{
    return {kHeadWidth, kRulerHeight, std::max(1, width() - kHeadWidth),
            std::max(1, height() - kRulerHeight - kScrollBarHeight)};
}

QRect TimelineView::areaOf(const Track* track) const
{
    for (const Row& row : m_rows) {
        if (row.track == track)
            return {kHeadWidth, row.top, trackArea().width(), row.height};
    }
    return {};
}

void TimelineView::setTrackLayout(TrackLayout layout)
{
    if (m_layout == layout)
        return;
    m_layout = std::move(layout);
    layOut();
}

/// Every track gets its least height, or the one that a person gave it; what is left is shared by stretch.
void TimelineView::layOut()
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
        return track->isVisible() && placeOf(track, m_layout).solo;
    });
    for (Track* track : ordered(m_tracks, m_layout)) {
        const TrackPlace place = placeOf(track, m_layout);
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
    const QRect area = trackArea();
    const double squeeze
        = least > area.height() && least > 0 ? static_cast<double>(area.height()) / least : 1.0;
    const double share
        = stretches > 0 ? std::max(0.0, static_cast<double>(area.height() - least)) / stretches : 0.0;
    m_rows.clear();
    double top = area.top();
    for (const Wanted& row : wanted) {
        const int first = static_cast<int>(std::lround(top));
        top += row.height * squeeze + share * row.stretch;
        m_rows.push_back({row.track, first, static_cast<int>(std::lround(top)) - first});
        row.track->setHeight(m_rows.back().height - 1); // the last line belongs to the border
    }
    m_scrollBar->setGeometry(kHeadWidth, height() - kScrollBarHeight, area.width(), kScrollBarHeight);
    m_headsDirty = true;
    markDirty();
}

void TimelineView::markDirty(const Track* track)
{
    if (track)
        m_dirtyTracks.push_back(track);
    else
        m_allDirty = true;
    update();
}

void TimelineView::resizeEvent(QResizeEvent*)
{
    const bool all = m_scale.origin == 0.0
        && std::abs(m_scale.pixelsPerSecond * m_duration
                    - (m_layer.width() / devicePixelRatioF() - kHeadWidth))
            < 2;
    layOut();
    if (all)
        showAll();
    else
        setScale(m_scale);
    updateScrollBar();
}

void TimelineView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        m_headsDirty = true;
        markDirty();
    }
    QWidget::changeEvent(event);
}

}
