#pragma once

#include "widgets/timeline/track.h"
#include "widgets/tracks/edge_grip.h"
#include "widgets/tracks/interval_lanes.h"

#include <vector>

namespace widgets {

/// A track of intervals whose edges can be dragged by mouse, and which can be selected. Where intervals
/// overlap, they lie in lanes.
class IntervalTrack : public Track {
    Q_OBJECT
public:
    using Track::Track;

    void letGo() { m_grip.letGo(); } ///< ends a drag without a signal, as when another video comes into sight
    /// Sets which segments are drawn as selected. @param segments  in ascending order
    void setSelected(std::vector<std::size_t> segments);
    const std::vector<std::size_t>& selected() const { return m_selected; }

    int minimumHeight() const override;
    bool isEditable() const override { return true; }
    std::optional<std::size_t> partAt(QPointF position, const TimeScale& scale) const override;
    std::optional<Qt::CursorShape> cursor(QPointF position, const TimeScale& scale) const override;
    /// Takes the gesture on an edge, or, while Ctrl or Shift is held, on a segment. Any other press is left
    /// to the timeline, which seeks.
    bool press(QPointF position, const TimeScale& scale, Qt::KeyboardModifiers modifiers) override;
    void move(QPointF position, const TimeScale& scale, Qt::KeyboardModifiers modifiers) override;
    void release() override;
    void cancel() override;

signals:
    void pressed(); ///< anywhere on the track
    /// Comes for a press at an edge only while Ctrl or Shift is held.
    void segmentClicked(std::size_t segment, double seconds, Qt::KeyboardModifiers modifiers);
    void emptyClicked(Qt::KeyboardModifiers modifiers);
    /// Comes at every move of the mouse in a drag. While Alt is held, edges do not snap.
    void edgeDragged(const widgets::IntervalEdge& edge, double seconds, Qt::KeyboardModifiers modifiers);
    void edgeReleased();

protected:
    /// A lane, and the height at which it is painted.
    struct LaneRow {
        const Lanes::Lane* lane;
        int top;
        int height;
    };
    /// Lays the intervals out. @param intervals  sorted by start
    void setIntervals(std::span<const engine::Interval> intervals);
    /// First pixel and height of the part of a track of this height in which lanes are painted.
    virtual std::pair<int, int> laneExtent(int trackHeight) const = 0;
    virtual int heightOfOneLane() const = 0; ///< height in pixels of a track that has one lane
    /// The lanes that have room in a track of this height.
    std::vector<LaneRow> laneRows(int trackHeight) const;
    /// Says how many lanes have no room, and where they have segments.
    void paintHidden(TrackCanvas& canvas) const;
    /// `3 lanes`; empty where one is enough.
    QString laneNote() const;
    bool isSelected(std::size_t segment) const;
    /// The edge that is being dragged.
    const std::optional<IntervalEdge>& heldEdge() const { return m_grip.edge(); }
    /// The row in which a segment is painted; null where its lane has no room.
    const LaneRow* rowOf(std::size_t segment, const std::vector<LaneRow>& rows) const;

private:
    const Lanes::Lane* laneAt(double y) const;

    Lanes m_lanes;
    std::vector<std::size_t> m_selected;
    EdgeGrip m_grip;
    /// Where an edge was pressed with Ctrl or Shift: the press selects a segment, unless a drag follows.
    std::optional<QPointF> m_clicked;
    double m_clickedSeconds = 0.0;
    Qt::KeyboardModifiers m_modifiers;
};

}
