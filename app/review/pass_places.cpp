#include "app/review/pass_places.h"

#include <algorithm>
#include <numeric>

namespace app {

namespace {

std::set<std::size_t> unitsOfGold(const std::vector<engine::ReviewUnit>& units,
                                  const std::vector<engine::GoldItem>& gold)
{
    std::set<std::size_t> found;
    for (std::size_t unit = 0; unit < units.size(); ++unit) {
        if (goldAt(gold, units[unit].video, units[unit].span))
            found.insert(unit);
    }
    return found;
}

/// The gold items alone, in the order that is wished.
std::vector<engine::MixedItem> trainingItems(const std::vector<engine::ReviewUnit>& units,
                                             engine::ReviewSettings settings,
                                             const std::set<std::size_t>& gold)
{
    std::vector<engine::ReviewUnit> exercises;
    std::vector<std::size_t> numbers;
    for (const std::size_t unit : gold) {
        exercises.push_back(units[unit]);
        exercises.back().isAnswered = false;
        numbers.push_back(unit);
    }
    settings.reasons = {engine::ReviewReason::NotLabelled};
    settings.repeatsOnly = false;
    std::vector<engine::MixedItem> items;
    for (engine::ReviewItem item : engine::reviewQueue(exercises, settings)) {
        item.unit = numbers[item.unit];
        items.push_back({item, false});
    }
    return items;
}

}

std::vector<engine::ReviewPass::Place> passPlaces(const std::vector<engine::ReviewUnit>& units,
                                                  const engine::ReviewPass& pass,
                                                  const std::vector<engine::GoldItem>& gold,
                                                  const std::vector<engine::ReviewPass::Place>& known)
{
    std::vector<std::size_t> all(units.size());
    std::iota(all.begin(), all.end(), 0);
    return passPlaces(units, pass, gold, known, all);
}

std::vector<engine::ReviewPass::Place> passPlaces(const std::vector<engine::ReviewUnit>& units,
                                                  const engine::ReviewPass& pass,
                                                  const std::vector<engine::GoldItem>& gold,
                                                  const std::vector<engine::ReviewPass::Place>& known,
                                                  const std::vector<std::size_t>& share)
{
    std::set<std::pair<std::string, double>> taken;
    for (const engine::ReviewPass::Place& place : known)
        taken.emplace(place.video, place.span.start);
    const auto isTaken = [&](std::size_t unit) {
        return taken.contains({units[unit].video, units[unit].span.start});
    };
    std::set<std::size_t> goldUnits = unitsOfGold(units, gold);
    std::erase_if(goldUnits, isTaken);
    std::vector<engine::MixedItem> items;
    if (pass.isTraining()) {
        items = trainingItems(units, pass.settings, goldUnits);
    } else {
        std::vector<engine::ReviewItem> queue = engine::reviewQueue(units, pass.settings);
        std::erase_if(queue, [&](const engine::ReviewItem& item) {
            return isTaken(item.unit) || !std::ranges::binary_search(share, item.unit);
        });
        items = engine::mixPass(units, queue, goldUnits, pass.settings, pass.mix);
    }
    std::vector<int> numbers; // of each unit in its video
    for (std::size_t i = 0; i < units.size(); ++i)
        numbers.push_back(i > 0 && units[i].video == units[i - 1].video ? numbers.back() + 1 : 1);
    std::vector<engine::ReviewPass::Place> places;
    for (const auto& [item, isRepeat] : items)
        places.push_back({units[item.unit].video, units[item.unit].span, item.reason, item.weight,
                          numbers[item.unit], isRepeat});
    return places;
}

}
