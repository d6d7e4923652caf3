#include "app/timeline/segment_focus.h"

#include "app/playback/player.h"
#include "app/prediction/live_prediction.h"
#include "widgets/timeline/timeline_view.h"
#include "widgets/tracks/labels_track.h"

#include <cmath>

namespace app {

SegmentFocus::SegmentFocus(const TimelineTracks& tracks, const LivePrediction& prediction,
                           const Player& player, QObject* parent)
    : QObject(parent)
    , m_tracks(tracks)
    , m_prediction(prediction)
    , m_player(player)
{
}

std::optional<engine::Interval> SegmentFocus::span() const
{
    return m_segment ? std::optional(m_prediction.segments().at(*m_segment)) : std::nullopt;
}

std::optional<double> SegmentFocus::neighbour(int step) const
{
    const double now = m_player.position();
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
    const double at = m_judged ? (m_judged->start + m_judged->end) / 2 : m_player.position();
    set(m_prediction.segmentAt(at));
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
