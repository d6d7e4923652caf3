#include "app/dataset_view/concept_units.h"

#include <algorithm>

namespace app {

std::vector<widgets::ConceptUnit> conceptUnits(const engine::Concepts& concepts,
                                               const widgets::DatasetContent& content,
                                               const ConceptWishes& wishes)
{
    std::unordered_map<std::string, std::size_t> places;
    for (std::size_t i = 0; i < content.points.size(); ++i) {
        const widgets::DatasetPoint& point = content.points[i];
        places[point.video.toStdString() + "[" + std::to_string(point.number - 1) + "]"] = i;
    }
    std::vector<widgets::ConceptUnit> units(concepts.effects.size());
    for (const engine::Concepts::Segment& segment : concepts.segments) {
        const auto place = places.find(segment.id);
        if (place == places.end())
            continue;
        for (const engine::ActiveUnit& active : segment.active) {
            units[active.unit].moments.push_back({place->second, active.strength});
            units[active.unit].adds += active.strength * concepts.effects[active.unit];
        }
    }
    for (std::size_t i = 0; i < units.size(); ++i) {
        widgets::ConceptUnit& unit = units[i];
        unit.unit = i;
        unit.adds /= std::max(1.0, static_cast<double>(unit.moments.size()));
        std::ranges::stable_sort(unit.moments, std::greater<>(), &widgets::ConceptUnit::Moment::strength);
        if (const auto name = wishes.names.find(i); name != wishes.names.end())
            unit.name = name->second;
        unit.isMuted = wishes.muted.contains(i);
    }
    std::erase_if(units, [](const widgets::ConceptUnit& unit) { return unit.moments.empty(); });
    return units;
}

MutedEffects mutedEffects(const engine::Concepts& concepts, const std::set<std::size_t>& muted)
{
    MutedEffects effects;
    if (muted.empty())
        return effects;
    std::vector<bool> isMuted(concepts.effects.size());
    for (const std::size_t unit : muted)
        isMuted[unit] = true;
    for (const engine::Concepts::Segment& segment : concepts.segments)
        effects[segment.id] = concepts.added(segment, isMuted);
    return effects;
}

}
