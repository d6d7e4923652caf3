#pragma once

#include "widgets/timeline/track.h"
#include "widgets/tracks/edge_grip.h"

#include <span>

namespace widgets {

/// A track of intervals whose edges can be dragged by mouse.
class IntervalTrack : public Track {
    Q_OBJECT
public:
    using Track::Track;

    void letGo() { m_grip.letGo(); } ///< another video came under the mouse

    std::optional<Qt::CursorShape> cursor(QPointF position, const TimeScale& scale) const override;
    /// Takes an edge. Beside the edges the mouse is the timeline's, which seeks there.
    bool press(QPointF position, const TimeScale& scale, Qt::KeyboardModifiers modifiers) override;
    void move(QPointF position, const TimeScale& scale, Qt::KeyboardModifiers modifiers) override;
    void release() override;
    void cancel() override;

signals:
    void pressed(); ///< anywhere
    /// At every move of the mouse. Without snapping where Alt is held.
    void edgeDragged(const widgets::IntervalEdge& edge, double seconds, Qt::KeyboardModifiers modifiers);
    void edgeReleased();

protected:
    /// Sorted by start.
    virtual std::span<const engine::Interval> intervals() const = 0;
    /// In the person's hand.
    const std::optional<IntervalEdge>& heldEdge() const { return m_grip.edge(); }

private:
    EdgeGrip m_grip;
};

}
