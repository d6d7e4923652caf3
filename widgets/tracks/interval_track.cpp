#include "widgets/tracks/interval_track.h"

namespace widgets {

std::optional<Qt::CursorShape> IntervalTrack::cursor(QPointF position, const TimeScale& scale) const
{
    return edgeAt(intervals(), position.x(), scale) ? std::optional(Qt::SplitHCursor) : std::nullopt;
}

bool IntervalTrack::press(QPointF position, const TimeScale& scale, Qt::KeyboardModifiers)
{
    emit pressed();
    if (!m_grip.take(intervals(), position.x(), scale))
        return false;
    emit changed();
    return true;
}

void IntervalTrack::move(QPointF position, const TimeScale& scale, Qt::KeyboardModifiers modifiers)
{
    if (m_grip.edge())
        emit edgeDragged(*m_grip.edge(), m_grip.secondsAt(position.x(), scale), modifiers);
}

void IntervalTrack::release()
{
    m_grip.letGo();
    emit edgeReleased();
    emit changed();
}

void IntervalTrack::cancel()
{
    if (m_grip.edge())
        emit edgeDragged(*m_grip.edge(), m_grip.before(), Qt::AltModifier);
    release();
}

}
