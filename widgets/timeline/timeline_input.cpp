#include "widgets/timeline/timeline_input.h"

#include "widgets/timeline/head_drag.h"
#include "widgets/timeline/pan_zoom.h"
#include "widgets/timeline/track_gestures.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QStyle>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>
#include <utility>

namespace widgets {

TimelineInput::TimelineInput(TimelineState& state, std::function<TimelineAreas()> areas, QWidget* timeline)
    : QObject(timeline)
    , m_state(state)
    , m_areas(std::move(areas))
    , m_timeline(*timeline)
    , m_panZoom(new PanZoom(this))
    , m_trackGestures(new TrackGestures(state, this))
    , m_headDrag(new HeadDrag(state.rows, this))
{
    connect(m_panZoom, &PanZoom::scaleWished, this, &TimelineInput::scaleWished);
    connect(m_panZoom, &PanZoom::glided, this, &TimelineInput::glided);
    connect(m_trackGestures, &TrackGestures::seekRequested, this, &TimelineInput::seekRequested);
    connect(m_trackGestures, &TrackGestures::selectionEdited, this, &TimelineInput::selectionEdited);
    connect(m_trackGestures, &TrackGestures::trackReleased, this, &TimelineInput::layoutReleased);
    connect(m_headDrag, &HeadDrag::pressed, this, &TimelineInput::headPressed);
    connect(m_headDrag, &HeadDrag::released, this, &TimelineInput::layoutReleased);
    connect(m_headDrag, &HeadDrag::moved, this, [this](const Track* track) { // perhaps out of sight
        emit rowsWished(m_state.rows.scrolled() + m_state.rows.missingFor(track));
    });
    connect(m_headDrag, &HeadDrag::layoutWished, this, &TimelineInput::layoutWished);
}

bool TimelineInput::isDragging() const
{
    return m_panZoom->isDragging() || m_trackGestures->isActive() || m_headDrag->isActive();
}

bool TimelineInput::isSelecting() const
{
    return m_trackGestures->isSelecting();
}

void TimelineInput::stopGliding()
{
    m_panZoom->stop();
}

void TimelineInput::pinch(const QNativeGestureEvent& event)
{
    m_panZoom->pinch(event, scale(), trackArea());
}

void TimelineInput::wheel(QWheelEvent& event)
{
    if (!scrollByWheel(event))
        m_panZoom->wheel(event, scale(), trackArea());
    event.accept();
}

/// Over the heads, and with Shift, the wheel moves the tracks. @return whether it is so
bool TimelineInput::scrollByWheel(const QWheelEvent& event)
{
    const bool isOverHeads = event.position().x() < trackArea().left();
    if (!m_areas().hasRowBar || event.modifiers() & Qt::ControlModifier
        || (!isOverHeads && !(event.modifiers() & Qt::ShiftModifier)))
        return false;
    const double notches = (event.angleDelta().y() + event.angleDelta().x()) / 120.0;
    const int pixels = event.pixelDelta().isNull() ? static_cast<int>(std::lround(notches * kWheelStep))
                                                   : event.pixelDelta().y();
    emit rowsWished(m_state.rows.scrolled() - pixels);
    return true;
}

void TimelineInput::press(const QMouseEvent& event)
{
    m_panZoom->stop();
    if (isDragging())
        return; // another button in the middle of a drag
    const bool left = event.button() == Qt::LeftButton;
    if (event.position().x() < trackArea().left()) {
        if (left && event.position().y() >= trackArea().top())
            m_headDrag->press(event.position());
    } else if (left) {
        m_trackGestures->press(event.position(), trackArea(), event.modifiers());
    } else if (event.button() == Qt::MiddleButton) {
        m_panZoom->press(event, scale());
        m_timeline.setCursor(Qt::ClosedHandCursor);
    }
}

void TimelineInput::move(const QMouseEvent& event)
{
    const QPointF position = event.position();
    const double x = position.x() - trackArea().left();
    setPointer(x >= 0 && !m_headDrag->isActive() ? std::optional(x) : std::nullopt);
    if (m_panZoom->isDragging())
        m_panZoom->move(event);
    else if (m_trackGestures->isActive())
        m_trackGestures->move(position, trackArea(), event.modifiers());
    else if (m_headDrag->isActive())
        m_headDrag->move(position);
    else
        hover(position);
}

void TimelineInput::release(const QMouseEvent& event)
{
    m_trackGestures->release();
    // People who want no motion switch the style's animations off.
    m_panZoom->release(event, m_timeline.style()->styleHint(QStyle::SH_Widget_Animation_Duration) > 0);
    m_headDrag->release();
    hover(event.position());
}

/// The second press of a double click: on a word or segment it wishes to edit it, on a head to enlarge the
/// track; anywhere else it is a press as any other.
void TimelineInput::doubleClick(const QMouseEvent& event)
{
    const bool isPlain = event.button() == Qt::LeftButton && event.modifiers() == Qt::NoModifier
        && event.position().y() >= trackArea().top();
    const bool onHead = event.position().x() < trackArea().left();
    const auto part
        = isPlain && !onHead ? m_trackGestures->partAt(event.position(), trackArea()) : std::nullopt;
    if (part)
        emit partDoubleClicked(part->track, part->index);
    else if (!isPlain || !onHead || !m_headDrag->enlarge(event.position(), trackArea().height()))
        press(event);
}

void TimelineInput::leave()
{
    Track* before = m_state.pointer.track;
    m_state.pointer.track = nullptr;
    setPointer(std::nullopt);
    if (before && before->followsPointer())
        emit trackTouched(before);
}

bool TimelineInput::cancels(const QKeyEvent& event) const
{
    return event.key() == Qt::Key_Escape && m_trackGestures->isOfTrack();
}

bool TimelineInput::cancel(const QKeyEvent& event)
{
    return event.key() == Qt::Key_Escape && m_trackGestures->cancel();
}

void TimelineInput::contextMenu(const QContextMenuEvent& event)
{
    if (isDragging())
        return;
    const QRect area = trackArea();
    const auto active = m_state.rows.rowOf(m_state.active);
    // The menu key asks for what keys edit.
    const QPoint place = event.reason() == QContextMenuEvent::Keyboard && active
        ? QPoint(area.left() + static_cast<int>(std::lround(scale().x(m_state.marks.playhead))),
                 active->top + active->height / 2)
        : event.pos();
    const auto row = m_state.rows.rowAt(place.y());
    if (place.x() >= area.left()) {
        const auto part = m_trackGestures->partAt(place, area);
        if (row)
            emit menuWished(row->track, part ? std::optional(part->index) : std::nullopt,
                            m_state.axis.secondsInside(place.x() - area.left()),
                            m_timeline.mapToGlobal(place));
        return;
    }
    emit headMenuWished(row ? row->track.data() : nullptr, event.globalPos());
}

/// What a sign on a head does; of a track, the whole text of what is there, which may be cut in its box.
void TimelineInput::showTip(const QHelpEvent& event)
{
    const QRect area = trackArea();
    QString tip;
    if (event.pos().x() < area.left())
        tip = m_headDrag->tip(event.pos());
    else if (const auto part = m_trackGestures->partAt(event.pos(), area))
        tip = part->track->part(part->index).name;
    QToolTip::showText(event.globalPos(), tip, &m_timeline);
}

void TimelineInput::hover(QPointF position)
{
    const bool onHead = position.x() < trackArea().left();
    const auto row = position.y() < trackArea().top() ? std::nullopt
                                                      : m_state.rows.rowAt(static_cast<int>(position.y()));
    Track* before = m_state.pointer.track;
    Track* track = row && !onHead ? row->track.data() : nullptr;
    m_state.pointer.track = track;
    m_state.pointer.y = position.y();
    for (Track* touched : {before, track == before ? nullptr : track}) {
        if (touched && touched->followsPointer())
            emit trackTouched(touched);
    }
    m_timeline.setCursor(onHead ? m_headDrag->cursor(position)
                                : m_trackGestures->cursor(position, trackArea()).value_or(Qt::ArrowCursor));
}

void TimelineInput::setPointer(std::optional<double> x)
{
    if (const std::optional<double> before = std::exchange(m_state.pointer.x, x); before != x)
        emit pointerMoved(before, x);
}

}
