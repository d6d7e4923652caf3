#include "app/timeline/segment_focus.h"

#include "app/playback/player.h"
#include "app/prediction/live_prediction.h"
#include "widgets/timeline/timeline_view.h"
#include "widgets/tracks/labels_track.h"

#include <cmath>

namespace app {

namespace {

double middleOf(const engine::Interval& span)
{
    return (span.start + span.end) / 2;
}

}

SegmentFocus::SegmentFocus(const TimelineTracks& tracks, const LivePrediction& prediction,
                           const Player& player, QObject* parent)
    : QObject(parent)
    , m_tracks(tracks)
    , m_prediction(prediction)
    , m_player(player)
{
    connect(&player, &Player::sought, this, [this] { m_held.reset(); });
}

std::optional<engine::Interval> SegmentFocus::span() const
{
    return m_segment ? std::optional(m_prediction.segments().at(*m_segment)) : std::nullopt;
}

std::optional<double> SegmentFocus::neighbour(int step) const
{
    const double now = m_held && m_segment ? span()->start : m_player.position();
    std::optional<double> nearest;
    for (const engine::Interval& segment : m_prediction.segments()) {
        const bool onSide = step > 0 ? segment.start > now + 1e-4 : segment.start < now - 1e-4;
        if (onSide && (!nearest || std::abs(segment.start - now) < std::abs(*nearest - now)))
            nearest = segment.start;
    }
    return nearest;
}

void SegmentFocus::follow()
{
    const double now = m_player.position();
    if (m_held && now != m_held->since && (now < m_held->span.start || now > m_held->span.end))
        m_held.reset();
    set(m_prediction.segmentAt(m_judged ? middleOf(*m_judged) : m_held ? middleOf(m_held->span) : now));
}

void SegmentFocus::hold(engine::Interval span)
{
    m_held = {span, m_player.position()};
    follow();
}

void SegmentFocus::forget()
{
    m_segment.reset();
    m_held.reset();
}

void SegmentFocus::forgetDeleted()
{
    if (m_segment && *m_segment >= m_prediction.segments().size())
        m_segment.reset();
}

void SegmentFocus::setJudged(std::optional<engine::Interval> span)
{
    m_judged = span;
    follow();
}

void SegmentFocus::set(std::optional<std::size_t> segment)
{
    const auto& segments = m_prediction.segments();
    m_tracks.view.setHighlight(m_judged      ? m_judged
                                   : segment ? std::optional(segments.at(*segment))
                                             : std::nullopt);
    if (segment == m_segment)
        return;
    m_segment = segment;
    m_tracks.labels.setCurrent(segment);
    emit changed(segment);
}

}
