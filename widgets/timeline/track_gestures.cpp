#include "widgets/timeline/track_gestures.h"

#include <QApplication>

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

QPointF positionIn(const TrackRow& row, QPointF position, const QRect& area)
{
    return {position.x() - area.left(), position.y() - row.top};
}

}

TrackGestures::TrackGestures(const TimelineState& state, QObject* parent)
    : QObject(parent)
    , m_state(state) { }

void TrackGestures::press(QPointF position, const QRect& area, Qt::KeyboardModifiers modifiers)
{
    m_pressed = position;
    const TimeAxis& axis = m_state.axis;
    const auto row = m_state.rows.rowAt(static_cast<int>(position.y()));
    if (row && row->track && row->track->press(positionIn(*row, position, area), axis.scale, modifiers)) {
        m_kind = Kind::Track;
        m_track = row->track;
        return;
    }
    m_kind = Kind::Seek;
    if (m_state.marks.selection)
        emit selectionEdited(std::nullopt);
    emit seekRequested(axis.secondsInside(position.x() - area.left()));
}

void TrackGestures::move(QPointF position, const QRect& area, Qt::KeyboardModifiers modifiers)
{
    const TimeAxis& axis = m_state.axis;
    if (m_kind == Kind::Track) {
        if (const auto row = m_track ? m_state.rows.rowOf(m_track) : std::nullopt)
            m_track->move(positionIn(*row, position, area), axis.scale, modifiers);
        return;
    }
    const double seconds = axis.secondsInside(position.x() - area.left());
    const bool onRuler = m_pressed.y() < area.top();
    if (m_kind == Kind::Seek && onRuler) {
        emit seekRequested(seconds);
        return;
    }
    if (m_kind == Kind::Seek && std::abs(position.x() - m_pressed.x()) < QApplication::startDragDistance())
        return;
    m_kind = Kind::Select;
    const double start = axis.secondsInside(m_pressed.x() - area.left());
    emit selectionEdited(engine::Interval{std::min(start, seconds), std::max(start, seconds)});
}

void TrackGestures::release()
{
    if (m_kind == Kind::Track) {
        if (m_track)
            m_track->release();
        emit trackReleased();
    }
    m_kind = Kind::None;
    m_track = nullptr;
}

bool TrackGestures::cancel()
{
    if (m_kind != Kind::Track || !m_track)
        return false;
    m_track->cancel();
    m_kind = Kind::None;
    m_track = nullptr;
    return true;
}

std::optional<TrackGestures::Part> TrackGestures::partAt(QPointF position, const QRect& area) const
{
    const auto row = m_state.rows.rowAt(static_cast<int>(position.y()));
    const auto part = row && row->track
        ? row->track->partAt(positionIn(*row, position, area), m_state.axis.scale)
        : std::nullopt;
    return part ? std::optional(Part{row->track, *part}) : std::nullopt;
}

std::optional<Qt::CursorShape> TrackGestures::cursor(QPointF position, const QRect& area) const
{
    const auto row = m_state.rows.rowAt(static_cast<int>(position.y()));
    return row && row->track ? row->track->cursor(positionIn(*row, position, area), m_state.axis.scale)
                             : std::nullopt;
}

}
