#include "engine/project_items/track_lock.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace engine {

std::string trackKeyOf(const TierName& tier)
{
    return tier == kWordsTier ? "wordsTrack" : tier == kLabelsTier ? "labelsTrack" : "tier/" + tier;
}

bool isTrackLocked(const Annotation& annotation, const TierName& tier)
{
    const Item* item = annotation.item(kTrackItems, kTrackItem);
    const nlohmann::json places = item ? nlohmann::json::parse(item->json, nullptr, false) : nlohmann::json();
    if (!places.is_array())
        return false;
    const std::string key = trackKeyOf(tier);
    return std::ranges::any_of(places, [&](const nlohmann::json& place) {
        return place.is_object() && place.value("track", nlohmann::json()) == key
            && place.value("locked", nlohmann::json()) == true;
    });
}

}
