// What a timeline does with the events of the window system: each goes to the part whose matter it is.
#include "widgets/timeline/head_drag.h"
#include "widgets/timeline/pan_zoom.h"
#include "widgets/timeline/time_scroll_bar.h"
#include "widgets/timeline/timeline_overlay.h"
#include "widgets/timeline/timeline_view.h"
#include "widgets/timeline/track_gestures.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyle>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>
#include <utility>

namespace widgets {

bool TimelineView::isDragging() const
{
    return m_panZoom->isDragging() || m_trackGestures->isActive() || m_headDrag->isActive();
}

bool TimelineView::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) { // any key, also one that is a shortcut
        m_panZoom->stop();
        const bool cancels
            = static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape && m_trackGestures->isOfTrack();
        event->setAccepted(cancels);
        return cancels || QWidget::event(event);
    }
    if (event->type() == QEvent::ToolTip) {
        showTip(*static_cast<QHelpEvent*>(event));
        return true;
    }
    if (event->type() != QEvent::NativeGesture)
        return QWidget::event(event);
    const auto* gesture = static_cast<QNativeGestureEvent*>(event);
    if (gesture->gestureType() == Qt::ZoomNativeGesture)
        m_panZoom->pinch(*gesture, scale(), trackArea());
    return true;
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
    overlay.paintPointer(!selection() || !m_trackGestures->isSelecting()); // else the selection's end says it
    overlay.paintPlayhead();
}

void TimelineView::resizeEvent(QResizeEvent* event)
{
    const int widthBefore = TimelineAreas{event->oldSize(), m_hasRowBar}.tracks().width();
    layOut();
    keepScale(widthBefore);
}

void TimelineView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        m_layer.markHeads();
        update();
    }
    QWidget::changeEvent(event);
}

void TimelineView::wheelEvent(QWheelEvent* event)
{
    if (!scrollByWheel(*event))
        m_panZoom->wheel(*event, scale(), trackArea());
    event->accept();
}

/// Over the heads, and with Shift, the wheel moves the tracks. @return whether it is so
bool TimelineView::scrollByWheel(const QWheelEvent& event)
{
    const bool isOverHeads = event.position().x() < trackArea().left();
    if (!m_hasRowBar || event.modifiers() & Qt::ControlModifier
        || (!isOverHeads && !(event.modifiers() & Qt::ShiftModifier)))
        return false;
    const double notches = (event.angleDelta().y() + event.angleDelta().x()) / 120.0;
    const int pixels = event.pixelDelta().isNull()
        ? static_cast<int>(std::lround(notches * m_rowBar->singleStep()))
        : event.pixelDelta().y();
    scrollRows(m_state.rows.scrolled() - pixels);
    return true;
}

void TimelineView::mousePressEvent(QMouseEvent* event)
{
    m_panZoom->stop();
    if (isDragging())
        return; // another button in the middle of a drag
    const bool left = event->button() == Qt::LeftButton;
    if (event->position().x() < trackArea().left()) {
        if (left && event->position().y() >= trackArea().top())
            m_headDrag->press(event->position());
    } else if (left) {
        m_trackGestures->press(event->position(), trackArea(), event->modifiers());
    } else if (event->button() == Qt::MiddleButton) {
        m_panZoom->press(*event, scale());
        setCursor(Qt::ClosedHandCursor);
    }
}

void TimelineView::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF position = event->position();
    const double x = position.x() - trackArea().left();
    setPointer(x >= 0 && !m_headDrag->isActive() ? std::optional(x) : std::nullopt);
    if (m_panZoom->isDragging())
        m_panZoom->move(*event);
    else if (m_trackGestures->isActive())
        m_trackGestures->move(position, trackArea(), event->modifiers());
    else if (m_headDrag->isActive())
        m_headDrag->move(position);
    else
        hover(position);
}

void TimelineView::mouseReleaseEvent(QMouseEvent* event)
{
    m_trackGestures->release();
    // People who want no motion switch the style's animations off.
    m_panZoom->release(*event, style()->styleHint(QStyle::SH_Widget_Animation_Duration) > 0);
    m_headDrag->release();
    hover(event->position());
}

/// The second press of a double click: on a word or segment it wishes to edit it, on a head to enlarge the
/// track; anywhere else it is a press as any other.
void TimelineView::mouseDoubleClickEvent(QMouseEvent* event)
{
    const bool isPlain = event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier
        && event->position().y() >= trackArea().top();
    const bool onHead = event->position().x() < trackArea().left();
    const auto part
        = isPlain && !onHead ? m_trackGestures->partAt(event->position(), trackArea()) : std::nullopt;
    if (part)
        emit partDoubleClicked(part->track, part->index);
    else if (!isPlain || !onHead || !m_headDrag->enlarge(event->position(), trackArea().height()))
        mousePressEvent(event);
}

void TimelineView::leaveEvent(QEvent*)
{
    Track* before = m_state.pointer.track;
    m_state.pointer.track = nullptr;
    setPointer(std::nullopt);
    if (before && before->followsPointer())
        updateTrack(before);
}

void TimelineView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Escape || !m_trackGestures->cancel())
        QWidget::keyPressEvent(event);
}

void TimelineView::contextMenuEvent(QContextMenuEvent* event)
{
    if (isDragging())
        return;
    const QRect area = trackArea();
    const auto active = m_state.rows.rowOf(m_state.active);
    // The menu key asks for what keys edit.
    const QPoint place = event->reason() == QContextMenuEvent::Keyboard && active
        ? QPoint(area.left() + static_cast<int>(std::lround(scale().x(playhead()))),
                 active->top + active->height / 2)
        : event->pos();
    const auto row = m_state.rows.rowAt(place.y());
    if (place.x() >= area.left()) {
        const auto part = m_trackGestures->partAt(place, area);
        if (row)
            emit menuWished(row->track, part ? std::optional(part->index) : std::nullopt,
                            m_state.axis.secondsInside(place.x() - area.left()), mapToGlobal(place));
        return;
    }
    QMenu menu(this);
    menu.setObjectName(QStringLiteral("headMenu"));
    fillHeadMenu(menu, row ? row->track.data() : nullptr);
    menu.exec(event->globalPos());
}

/// What a sign on a head does; of a track, the whole text of what is there, which may be cut in its box.
void TimelineView::showTip(const QHelpEvent& event)
{
    const QRect area = trackArea();
    QString tip;
    if (event.pos().x() < area.left())
        tip = m_headDrag->tip(event.pos());
    else if (const auto part = m_trackGestures->partAt(event.pos(), area))
        tip = part->track->part(part->index).name;
    QToolTip::showText(event.globalPos(), tip, this);
}

void TimelineView::hover(QPointF position)
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
            updateTrack(touched);
    }
    setCursor(onHead ? m_headDrag->cursor(position)
                     : m_trackGestures->cursor(position, trackArea()).value_or(Qt::ArrowCursor));
}

/// Both places are painted: the one that the pointer left, and the new one.
void TimelineView::setPointer(std::optional<double> x)
{
    if (m_state.pointer.x == x)
        return;
    const QRect area = trackArea();
    for (const std::optional<double>& place : {std::exchange(m_state.pointer.x, x), x}) {
        if (!place)
            continue;
        update(area.left() + static_cast<int>(*place) - 2, area.top(), 6, height());
        update(pointerNote(*place, m_state, look()).toAlignedRect().adjusted(-2, -2, 2, 2));
    }
}

}
