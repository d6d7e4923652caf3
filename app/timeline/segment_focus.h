#pragma once

#include "app/timeline/timeline_tracks.h"
#include "engine/core/interval.h"

#include <QObject>

#include <optional>

namespace app {

class LivePrediction;
class Player;

/// The segment in focus: the one that is judged, else the one that was played or edited, else the one under
/// the playhead.
class SegmentFocus : public QObject {
    Q_OBJECT
public:
    SegmentFocus(const TimelineTracks& tracks, const LivePrediction& prediction, const Player& player,
                 QObject* parent);

    /// Its place among the video's segments; absent: none.
    std::optional<std::size_t> segment() const { return m_segment; }
    /// When it begins and ends.
    std::optional<engine::Interval> span() const;
    /// Start of the next (+1) or previous (−1) segment, from the playhead.
    std::optional<double> neighbour(int step) const;

    /// Determines again which segment is in focus.
    void follow();
    void forget(); ///< forgets the segment of the last video
    void forgetDeleted(); ///< forgets the segment when it no longer exists
    /// Sets the segment that is judged: it stays in focus until the next call, wherever the playhead is.
    void setJudged(std::optional<engine::Interval> span);
    /// Puts the segment in the middle of this span into focus: it was played, or something in it was edited.
    /// It stays until a person goes to another place, or playback leaves the span.
    void hold(engine::Interval span);
    bool isHeld() const { return m_held.has_value(); }

signals:
    void changed(std::optional<std::size_t> segment);

private:
    void set(std::optional<std::size_t> segment);

    TimelineTracks m_tracks;
    const LivePrediction& m_prediction;
    const Player& m_player;
    struct Held {
        engine::Interval span;
        double since = 0.0; ///< where the playhead was, which may be outside of the span
    };

    std::optional<engine::Interval> m_judged;
    std::optional<Held> m_held;
    std::optional<std::size_t> m_segment;
};

}
