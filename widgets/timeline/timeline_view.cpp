#include "widgets/timeline/timeline_view.h"

#include "widgets/timeline/head_menu.h"
#include "widgets/timeline/time_scroll_bar.h"
#include "widgets/timeline/timeline_accessible.h"
#include "widgets/timeline/timeline_overlay.h"
#include "widgets/timeline/track_order.h"

#include <QHelpEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>
#include <utility>

namespace widgets {

TimelineView::TimelineView(QWidget* parent)
    : QWidget(parent)
    , m_scrollBar(new TimeScrollBar(this))
    , m_rowBar(new QScrollBar(Qt::Vertical, this))
    , m_zoom(new TimelineZoom(
          m_state, [this] { return trackArea().width(); }, this))
    , m_input(new TimelineInput(
          m_state, [this] { return areas(); }, this))
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
    using Input = TimelineInput;
    connect(m_input, &Input::scaleWished, m_zoom, &TimelineZoom::setScale);
    connect(m_input, &Input::glided, m_zoom, &TimelineZoom::glide);
    connect(m_zoom, &TimelineZoom::glideEnded, m_input, &Input::stopGliding);
    connect(m_zoom, &TimelineZoom::changed, this, &TimelineView::showScale);
    connect(m_input, &Input::rowsWished, this, &TimelineView::scrollRows);
    connect(m_input, &Input::seekRequested, this, &TimelineView::seekRequested);
    connect(m_input, &Input::selectionEdited, this, &TimelineView::selectionEdited);
    connect(m_input, &Input::partDoubleClicked, this, &TimelineView::partDoubleClicked);
    connect(m_input, &Input::headPressed, this, &TimelineView::headPressed);
    connect(m_input, &Input::menuWished, this, &TimelineView::menuWished);
    connect(m_input, &Input::headMenuWished, this, &TimelineView::openHeadMenu);
    connect(m_input, &Input::layoutReleased, this, &TimelineView::layoutReleased);
    connect(m_input, &Input::layoutWished, this, [this](const TrackLayout& layout, const QString& what) {
        emit layoutWished(layout, what, true);
    });
    connect(m_input, &Input::trackTouched, this, &TimelineView::updateTrack);
    connect(m_input, &Input::pointerMoved, this, &TimelineView::paintPointer);
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
    if (m_following && !m_zoom->isVisible(seconds) && !m_input->isDragging())
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

void TimelineView::setPinnedTrack(const Track* track)
{
    if (m_state.rows.setPinned(track))
        layOut();
}

void TimelineView::showScale()
{
    m_scrollBar->showAxis(m_state.axis, trackArea().width());
    m_layer.markAll();
    update();
    emit scaleChanged(scale());
}

QRect TimelineView::areaOf(const Track* track) const
{
    const auto row = m_state.rows.rowOf(track);
    const QRect area = trackArea();
    return row ? QRect(area.left(), row->top, area.width(), row->height) : QRect();
}

void TimelineView::ensureVisible(const Track* track)
{
    if (const int missing = m_state.rows.missingFor(track); missing != 0)
        scrollRows(m_state.rows.scrolled() + missing);
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

/// @param before  the width of the tracks, in pixels
void TimelineView::keepWidth(double before)
{
    m_zoom->keep(before);
    m_scrollBar->showAxis(m_state.axis, trackArea().width());
}

void TimelineView::layOut()
{
    const int widthBefore = trackArea().width();
    m_state.rows.arrange(trackArea());
    const int hidden = m_state.rows.contentHeight() - trackArea().height();
    if (std::exchange(m_hasRowBar, hidden > 0) != m_hasRowBar)
        keepWidth(widthBefore);
    m_rowBar->setVisible(m_hasRowBar);
    m_rowBar->setGeometry(areas().rowBar());
    {
        const QSignalBlocker silence(m_rowBar);
        m_rowBar->setRange(0, std::max(0, hidden));
        m_rowBar->setPageStep(trackArea().height());
        m_rowBar->setSingleStep(TimelineInput::kWheelStep);
        m_rowBar->setValue(m_state.rows.scrolled());
    }
    m_scrollBar->setGeometry(areas().scrollBar());
    m_layer.markHeads();
    update();
}

void TimelineView::updateTrack(const Track* track)
{
    m_layer.markTrack(track);
    update();
}

void TimelineView::paintEvent(QPaintEvent*)
{
    const TimelineLook look = this->look();
    const QPixmap& layer = m_layer.updated(m_state, look, devicePixelRatioF());
    QPainter painter(this);
    painter.drawPixmap(0, 0, layer);
    painter.setFont(look.font);
    TimelineOverlay overlay(painter, m_state, look);
    overlay.paintSpans();
    overlay.paintGuide();
    overlay.paintPointer(!selection() || !m_input->isSelecting()); // else the selection's end says it
    overlay.paintPlayhead();
}

/// Both places are painted: the one that the pointer left, and the new one.
void TimelineView::paintPointer(std::optional<double> before, std::optional<double> now)
{
    const QRect area = trackArea();
    for (const std::optional<double>& place : {before, now}) {
        if (!place)
            continue;
        update(area.left() + static_cast<int>(*place) - 2, area.top(), 6, height());
        update(pointerNote(*place, m_state, look()).toAlignedRect().adjusted(-2, -2, 2, 2));
    }
}

void TimelineView::resizeEvent(QResizeEvent* event)
{
    const int widthBefore = TimelineAreas{event->oldSize(), m_hasRowBar}.tracks().width();
    layOut();
    keepWidth(widthBefore);
}

void TimelineView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        m_layer.markHeads();
        update();
    }
    QWidget::changeEvent(event);
}

bool TimelineView::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) { // any key, also one that is a shortcut
        m_input->stopGliding();
        const bool cancels = m_input->cancels(*static_cast<QKeyEvent*>(event));
        event->setAccepted(cancels);
        return cancels || QWidget::event(event);
    }
    if (event->type() == QEvent::ToolTip) {
        m_input->showTip(*static_cast<QHelpEvent*>(event));
        return true;
    }
    if (event->type() != QEvent::NativeGesture)
        return QWidget::event(event);
    const auto* gesture = static_cast<QNativeGestureEvent*>(event);
    if (gesture->gestureType() == Qt::ZoomNativeGesture)
        m_input->pinch(*gesture);
    return true;
}

void TimelineView::keyPressEvent(QKeyEvent* event)
{
    if (!m_input->cancel(*event))
        QWidget::keyPressEvent(event);
}

void TimelineView::openHeadMenu(Track* track, QPoint global)
{
    QMenu menu(this);
    menu.setObjectName(QStringLiteral("headMenu"));
    fillHeadMenu(menu, track);
    menu.exec(global);
}

}
