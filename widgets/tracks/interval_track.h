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

    void letGo() { m_grip.letGo(); } ///< ends a drag, since another video came into sight
    /// Sets which segments are drawn as selected. @param segments  in ascending order
    void setSelected(std::vector<std::size_t> segments);
    const std::vector<std::size_t>& selected() const { return m_selected; }

    int minimumHeight() const override;
    bool isEditable() const override { return true; }
    std::optional<Qt::CursorShape> cursor(QPointF position, const TimeScale& scale) const override;
    /// Takes an edge, or with Ctrl or Shift a segment. Elsewhere the mouse is the timeline's, which seeks
    /// there.
    bool press(QPointF position, const TimeScale& scale, Qt::KeyboardModifiers modifiers) override;
    void move(QPointF position, const TimeScale& scale, Qt::KeyboardModifiers modifiers) override;
    void release() override;
    void cancel() override;

signals:
    void pressed(); ///< anywhere
    /// Not at an edge, but for Ctrl and Shift.
    void segmentClicked(std::size_t segment, double seconds, Qt::KeyboardModifiers modifiers);
    void emptyClicked(Qt::KeyboardModifiers modifiers);
    /// Comes at every move of the mouse in a drag. While Alt is held, edges do not snap.
    void edgeDragged(const widgets::IntervalEdge& edge, double seconds, Qt::KeyboardModifiers modifiers);
    void edgeReleased();

protected:
    /// The rectangle that a lane is painted in.
    struct LaneRow {
        const Lanes::Lane* lane;
        int top;
        int height;
    };
    /// Lays the intervals out. @param intervals  sorted by start
    void setIntervals(std::span<const engine::Interval> intervals);
    /// Where lanes have room, from the top, in a track of this height.
    virtual std::pair<int, int> laneExtent(int trackHeight) const = 0;
    virtual int heightOfOneLane() const = 0; ///< of the track, in pixels
    /// How many lanes have room.
    std::vector<LaneRow> laneRows(int trackHeight) const;
    /// Says how many lanes have no room, and where they have segments.
    void paintHidden(TrackCanvas& canvas) const;
    /// `3 lanes`; empty where one is enough.
    QString laneNote() const;
    bool isSelected(std::size_t segment) const;
    /// In the person's hand.
    const std::optional<IntervalEdge>& heldEdge() const { return m_grip.edge(); }
    /// Where it is painted.
    const LaneRow* rowOf(std::size_t segment, const std::vector<LaneRow>& rows) const;

private:
    const Lanes::Lane* laneAt(double y) const;

    Lanes m_lanes;
    std::vector<std::size_t> m_selected;
    EdgeGrip m_grip;
    std::optional<QPointF> m_clicked; ///< where an edge was pressed to select, unless it is dragged
    double m_clickedSeconds = 0.0;
    Qt::KeyboardModifiers m_modifiers;
};

}
