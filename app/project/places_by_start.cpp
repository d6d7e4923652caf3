#include "app/project/places_by_start.h"

#include <algorithm>
#include <cmath>

namespace app {

PlacesByStart::PlacesByStart(const std::vector<engine::ReviewPass::Place>& places)
{
    for (const engine::ReviewPass::Place& place : places)
        m_starts[place.video].push_back(place.span.start);
    for (auto& [video, starts] : m_starts)
        std::ranges::sort(starts);
}

bool PlacesByStart::contains(const QString& video, double start) const
{
    const auto of = m_starts.find(video.toStdString());
    if (of == m_starts.end())
        return false;
    const auto next = std::ranges::lower_bound(of->second, start - kSameStart);
    return next != of->second.end() && std::abs(*next - start) < kSameStart;
}

}
