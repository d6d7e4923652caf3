#include "widgets/timeline/kinetic_pan.h"
#include "widgets/timeline/timeline_view.h"

#include <QApplication>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QStyle>
#include <QWheelEvent>

#include <cmath>

namespace widgets {

namespace {

constexpr double kZoomPerStep = 1.25; // one notch of the wheel

}

const TimelineView::Row* TimelineView::rowAt(int y) const
{
    for (const Row& row : m_rows) {
        if (y >= row.top && y < row.top + row.height)
            return &row;
    }
    return nullptr;
}

QPointF TimelineView::inTrack(const Row& row, QPointF position) const
{
    return {position.x() - trackArea().left(), position.y() - row.top};
}

bool TimelineView::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) { // any key, also one that is a shortcut
        m_glide->stop();
        const bool cancels
            = static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape && m_gesture == Gesture::Track;
        event->setAccepted(cancels);
        return cancels || QWidget::event(event);
    }
    if (event->type() != QEvent::NativeGesture)
        return QWidget::event(event);
    const auto* gesture = static_cast<QNativeGestureEvent*>(event);
    if (gesture->gestureType() == Qt::ZoomNativeGesture) {
        const double x = gesture->position().x() - trackArea().left();
        setScale(m_scale.zoomed(std::max(0.1, 1.0 + gesture->value()), std::max(0.0, x)));
    }
    return true;
}

void TimelineView::wheelEvent(QWheelEvent* event)
{
    m_glide->stop();
    const double x = event->position().x() - trackArea().left();
    const double steps = event->angleDelta().y() / 120.0;
    if (event->modifiers() & Qt::ControlModifier) {
        setScale(m_scale.zoomed(std::pow(kZoomPerStep, steps), std::max(0.0, x)));
    } else if (!event->pixelDelta().isNull()) {
        const QPoint pixels = event->pixelDelta();
        setScale(m_scale.panned(-(std::abs(pixels.x()) > std::abs(pixels.y()) ? pixels.x() : pixels.y())));
    } else {
        const double notches = steps + event->angleDelta().x() / 120.0;
        setScale(m_scale.panned(-notches * trackArea().width() * 0.1));
    }
    event->accept();
}

void TimelineView::mousePressEvent(QMouseEvent* event)
{
    m_glide->stop();
    if (m_gesture != Gesture::None)
        return; // another button in the middle of a drag
    const QPointF position = event->position();
    m_pressed = position;
    m_pressedScale = m_scale;
    if (position.x() < trackArea().left()) {
        if (event->button() == Qt::LeftButton)
            pressHead(position);
        return;
    }
    if (event->button() == Qt::MiddleButton) {
        m_gesture = Gesture::Pan;
        m_glide->press(position.x(), event->timestamp());
        setCursor(Qt::ClosedHandCursor);
        return;
    }
    if (event->button() != Qt::LeftButton)
        return;
    const Row* row = rowAt(static_cast<int>(position.y()));
    if (row && row->track->press(inTrack(*row, position), m_scale, event->modifiers())) {
        m_gesture = Gesture::Track;
        m_gestureTrack = row->track;
        return;
    }
    m_gesture = Gesture::Scrub;
    if (m_selection)
        emit selectionEdited(std::nullopt);
    emit seekRequested(std::clamp(m_scale.seconds(position.x() - trackArea().left()), 0.0, m_duration));
}

void TimelineView::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF position = event->position();
    const double seconds = std::clamp(m_scale.seconds(position.x() - trackArea().left()), 0.0, m_duration);
    const bool overTracks
        = position.x() >= trackArea().left() && m_gesture != Gesture::Resize && m_gesture != Gesture::Reorder;
    setPointer(overTracks ? std::optional(position.x() - trackArea().left()) : std::nullopt);
    const bool onRuler = m_pressed.y() < trackArea().top();
    switch (m_gesture) {
    case Gesture::Pan:
        m_glide->move(position.x(), event->timestamp());
        setScale(m_pressedScale.panned(m_pressed.x() - position.x()));
        break;
    case Gesture::Scrub: // on the ruler the playhead follows; on the tracks a span is selected
        if (onRuler) {
            emit seekRequested(seconds);
            break;
        }
        if (std::abs(position.x() - m_pressed.x()) < QApplication::startDragDistance())
            break;
        m_gesture = Gesture::Select;
        [[fallthrough]];
    case Gesture::Select: {
        const double start = std::clamp(m_scale.seconds(m_pressed.x() - trackArea().left()), 0.0, m_duration);
        emit selectionEdited(engine::Interval{std::min(start, seconds), std::max(start, seconds)});
        break;
    }
    case Gesture::Track:
        for (const Row& row : m_rows) {
            if (m_gestureTrack && row.track == m_gestureTrack)
                m_gestureTrack->move(inTrack(row, position), m_scale, event->modifiers());
        }
        break;
    case Gesture::Resize:
    case Gesture::Reorder:
        moveHead(position);
        break;
    case Gesture::None:
        hover(position);
        break;
    }
}

void TimelineView::hover(QPointF position)
{
    const bool onHead = position.x() < trackArea().left();
    const Row* row = rowAt(static_cast<int>(position.y()));
    Track* track = row && !onHead ? row->track.data() : nullptr;
    Track* before = m_hoveredTrack;
    m_hoveredTrack = track;
    m_pointerY = position.y();
    for (Track* touched : {before, track == before ? nullptr : track}) {
        if (touched && touched->followsPointer())
            markDirty(touched);
    }
    if (onHead) {
        hoverHead(position);
        return;
    }
    const auto shape = track ? track->cursor(inTrack(*row, position), m_scale) : std::nullopt;
    setCursor(shape.value_or(Qt::ArrowCursor));
}

void TimelineView::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_gesture == Gesture::Track && m_gestureTrack)
        m_gestureTrack->release();
    if (m_gesture == Gesture::Pan) // people who want no motion switch the style's animations off
        m_glide->release(event->timestamp(), style()->styleHint(QStyle::SH_Widget_Animation_Duration) > 0);
    if (m_gesture == Gesture::Resize || m_gesture == Gesture::Reorder || m_gesture == Gesture::Track)
        emit layoutReleased();
    m_gesture = Gesture::None;
    m_gestureTrack = nullptr;
    hover(event->position());
}

void TimelineView::leaveEvent(QEvent*)
{
    Track* before = m_hoveredTrack;
    m_hoveredTrack = nullptr;
    setPointer(std::nullopt);
    if (before && before->followsPointer())
        markDirty(before);
}

void TimelineView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_gesture == Gesture::Track && m_gestureTrack) {
        m_gestureTrack->cancel();
        m_gesture = Gesture::None;
        m_gestureTrack = nullptr;
        return;
    }
    QWidget::keyPressEvent(event);
}

}
