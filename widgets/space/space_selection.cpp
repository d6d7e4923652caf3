#include "widgets/space/space_selection.h"

namespace widgets {

void SpaceSelection::change(const std::vector<SpacePoint>& all, const std::vector<std::size_t>& points,
                            SelectionStep step)
{
    if (step == SelectionStep::Replace)
        m_segments.clear();
    for (const std::size_t point : points) {
        const std::pair segment(all.at(point).video, all.at(point).segment);
        if (step == SelectionStep::Remove)
            m_segments.remove(segment);
        else
            m_segments.insert(segment);
    }
}

std::vector<std::size_t> SpaceSelection::among(const std::vector<SpacePoint>& all) const
{
    std::vector<std::size_t> points;
    for (std::size_t i = 0; i < all.size() && !isEmpty(); ++i) {
        if (contains(all[i]))
            points.push_back(i);
    }
    return points;
}

}
