#pragma once

#include "widgets/base/selection_step.h"
#include "widgets/space/space_point.h"

#include <QSet>

namespace widgets {

/// Segments that a person chose, by video and number: they stay chosen when the points lie elsewhere.
class SpaceSelection {
public:
    bool isEmpty() const { return m_segments.isEmpty(); }
    void clear() { m_segments.clear(); }
    bool contains(const SpacePoint& point) const { return m_segments.contains({point.video, point.segment}); }
    void change(const std::vector<SpacePoint>& all, const std::vector<std::size_t>& points,
                SelectionStep step);
    /// The chosen ones among these, in their order.
    std::vector<std::size_t> among(const std::vector<SpacePoint>& all) const;

private:
    QSet<std::pair<QString, int>> m_segments;
};

}
