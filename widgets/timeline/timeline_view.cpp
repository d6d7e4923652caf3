#include "widgets/timeline/timeline_view.h"

#include "widgets/timeline/head_drag.h"
#include "widgets/timeline/head_menu.h"
#include "widgets/timeline/pan_zoom.h"
#include "widgets/timeline/time_scroll_bar.h"
#include "widgets/timeline/timeline_accessible.h"
#include "widgets/timeline/timeline_painter.h"
#include "widgets/timeline/track_gestures.h"
#include "widgets/timeline/track_order.h"

#include <QScrollBar>

#include <algorithm>
#include <cmath>
#include <utility>

namespace widgets {

namespace {

constexpr int kWheelStep = 40; // pixels by which a notch of the wheel moves the tracks

}

TimelineView::TimelineView(QWidget* parent)
    : QWidget(parent)
    , m_scrollBar(new TimeScrollBar(this))
    , m_rowBar(new QScrollBar(Qt::Vertical, this))
    , m_panZoom(new PanZoom(this))
    , m_trackGestures(new TrackGestures(m_state, this))
    , m_headDrag(new HeadDrag(m_state.rows, this))
    , m_headMenu(new HeadMenu(m_state.rows, this))
{
    setObjectName(QStringLiteral("timeline"));
    installTimelineAccessibility();
    setAccessibleName(tr("Timeline"));
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    m_scrollBar->setAccessibleName(tr("Visible part of the timeline"));
    m_rowBar->setObjectName(QStringLiteral("trackScrollBar"));
    m_rowBar->setAccessibleName(tr("Visible tracks"));
    m_rowBar->setFocusPolicy(Qt::NoFocus);
    m_rowBar->hide();
    connectParts();
}

void TimelineView::connectParts()
{
    connect(m_scrollBar, &TimeScrollBar::scrolled, this, [this](double seconds) {
        setScale({seconds, scale().pixelsPerSecond});
    });
    connect(m_rowBar, &QScrollBar::valueChanged, this, &TimelineView::scrollRows);
    connect(m_panZoom, &PanZoom::scaleWished, this, &TimelineView::setScale);
    connect(m_panZoom, &PanZoom::glided, this, &TimelineView::glide);
    connect(m_trackGestures, &TrackGestures::seekRequested, this, &TimelineView::seekRequested);
    connect(m_trackGestures, &TrackGestures::selectionEdited, this, &TimelineView::selectionEdited);
    connect(m_trackGestures, &TrackGestures::trackReleased, this, &TimelineView::layoutReleased);
    connect(m_headDrag, &HeadDrag::pressed, this, &TimelineView::headPressed);
    connect(m_headDrag, &HeadDrag::released, this, &TimelineView::layoutReleased);
    connect(
        m_headDrag, &HeadDrag::layoutWished, this,
        [this](const TrackLayout& layout, const QString& what) { emit layoutWished(layout, what, true); });
    connect(
        m_headMenu, &HeadMenu::layoutWished, this,
        [this](const TrackLayout& layout, const QString& what) { emit layoutWished(layout, what, false); });
}

void TimelineView::addTrack(Track* track, const Track* below)
{
    track->setParent(this);
    m_state.rows.add(track, below);
    connect(track, &Track::changed, this, [this, track] { updateTrack(track); });
    connect(track, &Track::headChanged, this, [this, track] { updateTrack(track); });
    connect(track, &Track::visibilityChanged, this, &TimelineView::layOut);
    connect(track, &Track::minimumHeightChanged, this, &TimelineView::layOut);
    connect(track, &Track::displayWished, this,
            [this, track](const QString& display, const QString& what, bool continues) {
                TrackPlace place = m_state.rows.placeOf(track);
                place.display = display;
                emit layoutWished(with(m_state.rows.completeLayout(), place), what, continues);
            });
    layOut();
}

void TimelineView::removeTrack(Track* track)
{
    m_state.rows.remove(track);
    track->deleteLater();
    layOut();
}

std::vector<Track*> TimelineView::shownTracks() const
{
    std::vector<Track*> shown;
    for (const TrackRow& row : m_state.rows.rows())
        shown.push_back(row.track);
    return shown;
}

void TimelineView::setTrackLayout(TrackLayout layout)
{
    if (m_state.rows.setLayout(std::move(layout)))
        layOut();
}

void TimelineView::fillHeadMenu(QMenu& menu, Track* track)
{
    m_headMenu->fill(menu, track, themeOf(palette()));
    emit headMenuFilled(menu, track);
}

void TimelineView::fillTrackMenu(QMenu& menu)
{
    m_headMenu->fillForAll(menu, themeOf(palette()));
}

void TimelineView::setDuration(double seconds)
{
    m_state.axis.duration = std::max(0.0, seconds);
    showAll();
}

void TimelineView::setCountsSteps(bool steps)
{
    if (m_state.countsSteps == steps)
        return;
    m_state.countsSteps = steps;
    m_layer.markHeads();
    m_layer.markAll();
    update();
}

void TimelineView::setPlayhead(double seconds)
{
    if (playhead() == seconds)
        return;
    const QRect area = trackArea();
    const auto column
        = [&](double time) { return area.left() + static_cast<int>(std::lround(scale().x(time))); };
    const int before = column(playhead());
    m_state.marks.playhead = seconds;
    const bool outside = scale().x(seconds) < 0 || scale().x(seconds) > area.width();
    if (m_following && outside && !isDragging())
        ensureVisible(seconds);
    for (const int x : {before, column(seconds)})
        update(x - 6, 0, 13, height());
}

void TimelineView::setFollowing(bool follow)
{
    m_following = follow;
    if (follow)
        ensureVisible(playhead());
}

void TimelineView::setSelection(std::optional<engine::Interval> span, std::optional<int> frames)
{
    const bool isOther = std::exchange(m_state.marks.selection, span) != span;
    m_state.marks.selectedFrames = frames;
    update();
    if (isOther)
        emit selectionChanged();
}

void TimelineView::setHighlight(std::optional<engine::Interval> span)
{
    if (std::exchange(m_state.marks.highlight, span) != span)
        update();
}

void TimelineView::setGuide(std::optional<double> seconds)
{
    if (std::exchange(m_state.marks.guide, seconds) != seconds)
        update();
}

void TimelineView::setActiveTrack(const Track* track)
{
    if (m_state.active == track)
        return;
    m_state.active = track;
    m_layer.markHeads();
    update();
}

void TimelineView::setScale(const TimeScale& scale)
{
    m_panZoom->stop();
    applyScale(scale);
}

void TimelineView::setClosestZoom(double pixelsPerSecond)
{
    m_state.axis.closestZoom = pixelsPerSecond;
    setScale(scale());
}

void TimelineView::applyScale(const TimeScale& scale)
{
    const TimeScale limited = m_state.axis.limited(scale, trackArea().width());
    if (std::exchange(m_state.axis.scale, limited) != limited)
        showScale();
}

void TimelineView::showScale()
{
    m_scrollBar->showAxis(m_state.axis, trackArea().width());
    m_layer.markAll();
    update();
    emit scaleChanged(scale());
}

void TimelineView::glide(double pixels)
{
    const TimeScale before = scale();
    applyScale(before.panned(pixels));
    if (scale() == before) // at the rim
        m_panZoom->stop();
}

void TimelineView::zoomAroundPlayhead(double factor)
{
    const double x = scale().x(playhead());
    const double width = trackArea().width();
    setScale(scale().zoomed(factor, x >= 0 && x <= width ? x : width / 2));
}

void TimelineView::zoomTo(engine::Interval span)
{
    setScale(TimeScale::fitting(span, trackArea().width(), 40));
}

void TimelineView::showAll()
{
    TimeAxis& axis = m_state.axis;
    const double width = trackArea().width();
    axis.scale = axis.limited(
        axis.duration > 0 ? TimeScale::fitting({0.0, axis.duration}, width) : axis.scale, width);
    showScale();
}

void TimelineView::panByScreens(double screens)
{
    setScale(scale().panned(screens * trackArea().width()));
}

void TimelineView::ensureVisible(double seconds)
{
    const double width = trackArea().width();
    const double x = scale().x(seconds);
    if (x < 0 || x > width)
        setScale(scale().panned(x - width * 0.1));
}

QRect TimelineView::areaOf(const Track* track) const
{
    const auto row = m_state.rows.rowOf(track);
    const QRect area = trackArea();
    return row ? QRect(area.left(), row->top, area.width(), row->height) : QRect();
}

void TimelineView::ensureVisible(const Track* track)
{
    const auto row = m_state.rows.rowOf(track);
    const QRect area = trackArea();
    if (!row || (row->top >= area.top() && row->end() <= area.bottom() + 1))
        return;
    const bool isBelow = row->top > area.top() && row->height <= area.height();
    scrollRows(m_state.rows.scrolled() + (isBelow ? row->end() - area.bottom() - 1 : row->top - area.top()));
}

void TimelineView::scrollRows(int pixels)
{
    const int before = m_state.rows.scrolled();
    m_state.rows.scrollTo(pixels);
    m_state.rows.arrange(trackArea());
    const QSignalBlocker silence(m_rowBar);
    m_rowBar->setValue(m_state.rows.scrolled());
    if (m_state.rows.scrolled() == before)
        return;
    m_layer.markHeads();
    update();
    emit rowsScrolled();
}

void TimelineView::layOut()
{
    const int widthBefore = trackArea().width();
    m_state.rows.arrange(trackArea());
    const int hidden = m_state.rows.contentHeight() - trackArea().height();
    if (std::exchange(m_hasRowBar, hidden > 0) != m_hasRowBar)
        keepScale(widthBefore);
    m_rowBar->setVisible(m_hasRowBar);
    m_rowBar->setGeometry(areas().rowBar());
    {
        const QSignalBlocker silence(m_rowBar);
        m_rowBar->setRange(0, std::max(0, hidden));
        m_rowBar->setPageStep(trackArea().height());
        m_rowBar->setSingleStep(kWheelStep);
        m_rowBar->setValue(m_state.rows.scrolled());
    }
    m_scrollBar->setGeometry(areas().scrollBar());
    m_layer.markHeads();
    update();
}

/// After the tracks became wider or narrower: a view that showed the whole file goes on showing it.
void TimelineView::keepScale(double widthBefore)
{
    if (scale().origin == 0.0 && std::abs(scale().pixelsPerSecond * duration() - widthBefore) < 2)
        showAll();
    else
        setScale(scale());
    m_scrollBar->showAxis(m_state.axis, trackArea().width());
}

void TimelineView::updateTrack(const Track* track)
{
    m_layer.markTrack(track);
    update();
}

TimelineLook TimelineView::look() const
{
    return {areas(), themeOf(palette()), font()};
}

void TimelineView::paintPicture(QPainter& painter) const
{
    paintTimeline(painter, m_state, look());
}

}
