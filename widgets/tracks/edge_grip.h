#pragma once

#include "engine/core/interval.h"
#include "widgets/base/time_scale.h"
#include "widgets/tracks/interval_lanes.h"

#include <QPointF>

#include <optional>
#include <span>

namespace widgets {

/// One edge of one interval of a track. Where a neighbour touches it, both share the boundary.
struct IntervalEdge {
    std::size_t index = 0;
    bool atEnd = false;
    friend bool operator==(const IntervalEdge&, const IntervalEdge&) = default;
};

/// The edge within reach of the mouse; the nearer one where two intervals touch. @param intervals  sorted by
/// start, not overlapping
std::optional<IntervalEdge> edgeAt(std::span<const engine::Interval> intervals, double x,
                                   const TimeScale& scale);

/// An edge that is being dragged: where it was before, and where the mouse would put it.
class EdgeGrip {
public:
    /// Takes the edge within reach. @return whether there is one
    bool take(const Lanes::Lane& lane, double x, const TimeScale& scale);
    void letGo() { m_edge.reset(); }

    const std::optional<IntervalEdge>& edge() const { return m_edge; }
    /// The time of the edge, in seconds, when the mouse is at this pixel.
    double secondsAt(double x, const TimeScale& scale) const { return scale.seconds(x) + m_offset; }
    double before() const { return m_before; } ///< the time of the edge before the drag

private:
    std::optional<IntervalEdge> m_edge;
    double m_offset = 0.0;
    double m_before = 0.0;
};

}
