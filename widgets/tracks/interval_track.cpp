#include "widgets/tracks/interval_track.h"

#include "widgets/tracks/interval_boxes.h"

#include <algorithm>

namespace widgets {

namespace {

constexpr int kLeastLane = 12; // pixels: a line of small text
constexpr int kLaneStep = 18; // that each further lane asks for
constexpr std::size_t kMostAsked = 6; // lanes; more have to be given room by hand
constexpr Qt::KeyboardModifiers kSelecting = Qt::ControlModifier | Qt::ShiftModifier;

/// The interval of a lane under a time, as its index among all.
std::optional<std::size_t> segmentAt(const Lanes::Lane& lane, double seconds)
{
    const engine::Interval* hit = intervalAt(lane.intervals, seconds);
    return hit ? std::optional(lane.indices[static_cast<std::size_t>(hit - lane.intervals.data())])
               : std::nullopt;
}

}

void IntervalTrack::setIntervals(std::span<const engine::Interval> intervals)
{
    const std::size_t before = m_lanes.count();
    m_lanes = Lanes(intervals);
    std::erase_if(m_selected, [&](std::size_t segment) { return segment >= intervals.size(); });
    if (before != m_lanes.count())
        emit minimumHeightChanged();
}

void IntervalTrack::setSelected(std::vector<std::size_t> segments)
{
    if (m_selected == segments)
        return;
    m_selected = std::move(segments);
    emit changed();
}

bool IntervalTrack::isSelected(std::size_t segment) const
{
    return std::binary_search(m_selected.begin(), m_selected.end(), segment);
}

int IntervalTrack::minimumHeight() const
{
    const std::size_t lanes = std::clamp<std::size_t>(m_lanes.count(), 1, kMostAsked);
    return heightOfOneLane() + static_cast<int>(lanes - 1) * kLaneStep;
}

std::vector<IntervalTrack::LaneRow> IntervalTrack::laneRows(int trackHeight) const
{
    const auto [top, room] = laneExtent(trackHeight);
    const int shown = std::min(static_cast<int>(m_lanes.count()), std::max(1, room / kLeastLane));
    std::vector<LaneRow> rows;
    for (int lane = 0; lane < shown; ++lane) {
        const int from = top + room * lane / shown;
        const int to = top + room * (lane + 1) / shown;
        rows.push_back(
            {&m_lanes[static_cast<std::size_t>(lane)], from, to - from - (lane + 1 < shown ? 2 : 0)});
    }
    return rows;
}

const IntervalTrack::LaneRow* IntervalTrack::rowOf(std::size_t segment,
                                                   const std::vector<LaneRow>& rows) const
{
    for (const LaneRow& row : rows) {
        if (std::binary_search(row.lane->indices.begin(), row.lane->indices.end(), segment))
            return &row;
    }
    return nullptr;
}

void IntervalTrack::paintHidden(TrackCanvas& canvas) const
{
    const std::size_t shown = laneRows(canvas.size.height()).size();
    if (shown == m_lanes.count())
        return;
    QPainter& painter = canvas.painter;
    const auto [top, room] = laneExtent(canvas.size.height());
    const QColor colour = canvas.theme.attention;
    for (std::size_t lane = shown; lane < m_lanes.count(); ++lane) {
        const IntervalBoxes hidden = visibleBoxes(m_lanes[lane].intervals, canvas.scale, canvas.size.width());
        for (const IntervalBoxes::Run& run : hidden.runs)
            painter.fillRect(run.left, top + room - 2, run.right - run.left, 2, colour);
        for (const IntervalBoxes::Box& box : hidden.boxes)
            painter.fillRect(QRectF(box.left, top + room - 2, std::max(1.0, box.right - box.left - 1), 2),
                             colour);
    }
    const QString note
        = tr("+%n lane(s): drag the lower border", nullptr, static_cast<int>(m_lanes.count() - shown));
    painter.save();
    QFont small = painter.font();
    small.setPointSizeF(small.pointSizeF() * 0.85);
    painter.setFont(small);
    const QFontMetrics metrics(small);
    const int width = metrics.horizontalAdvance(note) + 12;
    const QRect chip(canvas.size.width() - width - 6, canvas.size.height() - metrics.height() - 5, width,
                     metrics.height() + 2);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(canvas.theme.raised);
    painter.drawRoundedRect(chip, 4, 4);
    painter.setPen(canvas.theme.text);
    painter.drawText(chip, Qt::AlignCenter, note);
    painter.restore();
}

QString IntervalTrack::laneNote() const
{
    return m_lanes.count() > 1 ? tr("%n lane(s)", nullptr, static_cast<int>(m_lanes.count())) : QString();
}

const Lanes::Lane* IntervalTrack::laneAt(double y) const
{
    if (m_lanes.count() == 0)
        return nullptr;
    const std::vector<LaneRow> rows = laneRows(height() > 0 ? height() : minimumHeight());
    for (const LaneRow& row : rows) {
        if (y < row.top + row.height)
            return row.lane;
    }
    return rows.back().lane;
}

std::optional<std::size_t> IntervalTrack::partAt(QPointF position, const TimeScale& scale) const
{
    const Lanes::Lane* lane = laneAt(position.y());
    if (!lane)
        return std::nullopt;
    if (const auto segment = segmentAt(*lane, scale.seconds(position.x())))
        return segment;
    const auto edge = edgeAt(lane->intervals, position.x(), scale); // a point, or one that is hardly wide
    return edge ? std::optional(lane->indices[edge->index]) : std::nullopt;
}

std::optional<Qt::CursorShape> IntervalTrack::cursor(QPointF position, const TimeScale& scale) const
{
    const Lanes::Lane* lane = laneAt(position.y());
    if (!lane || !edgeAt(lane->intervals, position.x(), scale))
        return std::nullopt;
    return isLocked() ? Qt::ForbiddenCursor : Qt::SplitHCursor; // whoever drags it is told why it stays
}

bool IntervalTrack::press(QPointF position, const TimeScale& scale, Qt::KeyboardModifiers modifiers)
{
    emit pressed();
    m_clicked.reset();
    const double seconds = scale.seconds(position.x());
    const Lanes::Lane* lane = laneAt(position.y());
    const auto segment = lane ? segmentAt(*lane, seconds) : std::nullopt;
    if (lane && m_grip.take(*lane, position.x(), scale)) {
        if (segment && (modifiers & kSelecting)) {
            m_clicked = position;
            m_clickedSeconds = seconds;
            m_modifiers = modifiers;
        }
        emit changed();
        return true;
    }
    if (!segment) {
        emit emptyClicked(modifiers);
        return false;
    }
    emit segmentClicked(*segment, seconds, modifiers);
    return modifiers & kSelecting;
}

void IntervalTrack::move(QPointF position, const TimeScale& scale, Qt::KeyboardModifiers modifiers)
{
    if (m_clicked && (*m_clicked - position).manhattanLength() < 3)
        return; // not a drag yet
    m_clicked.reset();
    if (m_grip.edge())
        emit edgeDragged(*m_grip.edge(), m_grip.secondsAt(position.x(), scale), modifiers);
}

void IntervalTrack::release()
{
    const auto clicked = std::exchange(m_clicked, std::nullopt);
    m_grip.letGo();
    emit edgeReleased();
    emit changed();
    const Lanes::Lane* lane = clicked ? laneAt(clicked->y()) : nullptr;
    if (const auto segment = lane ? segmentAt(*lane, m_clickedSeconds) : std::nullopt)
        emit segmentClicked(*segment, m_clickedSeconds, m_modifiers);
}

void IntervalTrack::cancel()
{
    m_clicked.reset();
    if (m_grip.edge())
        emit edgeDragged(*m_grip.edge(), m_grip.before(), Qt::AltModifier);
    release();
}

}
