#include "app/document/track_layout_item.h"

#include "engine/core/json_text.h"
#include "engine/project_items/track_lock.h"
#include "widgets/base/theme.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace app {

engine::Item layoutItem(const widgets::TrackLayout& layout)
{
    nlohmann::json places = nlohmann::json::array();
    for (const widgets::TrackPlace& place : layout) {
        places.push_back({{"track", place.key.toStdString()},
                          {"hidden", place.hidden},
                          {"height", place.height},
                          {"locked", place.locked},
                          {"solo", place.solo},
                          {"colour", place.colour}});
        if (!place.display.isEmpty())
            places.back()["display"] = place.display.toStdString();
    }
    return {engine::kTrackItems, engine::kTrackItem, engine::jsonText(places)};
}

widgets::TrackLayout trackLayout(const engine::Annotation& annotation)
{
    const engine::Item* item = annotation.item(engine::kTrackItems, engine::kTrackItem);
    if (!item)
        return {};
    widgets::TrackLayout layout;
    try {
        for (const nlohmann::json& place : nlohmann::json::parse(item->json)) // older ones lack the last
            layout.push_back({QString::fromStdString(place.at("track").get<std::string>()),
                              place.at("hidden").get<bool>(), place.at("height").get<int>(),
                              place.value("locked", false), place.value("solo", false),
                              std::clamp(place.value("colour", 0), 0, widgets::Theme::kTrackColours),
                              QString::fromStdString(place.value("display", std::string()))});
    } catch (const nlohmann::json::exception&) {
        return {};
    }
    return layout;
}

QString trackKey(const std::string& tier)
{
    return QString::fromStdString(engine::trackKeyOf(tier));
}

bool isLocked(const engine::Annotation& annotation, const QString& track)
{
    const widgets::TrackLayout layout = trackLayout(annotation);
    return std::any_of(layout.begin(), layout.end(),
                       [&](const widgets::TrackPlace& place) { return place.key == track && place.locked; });
}

bool touchesLayout(const engine::Change& change)
{
    return std::any_of(change.items.begin(), change.items.end(), [](const auto& replaced) {
        const engine::Item& item = replaced.after ? *replaced.after : *replaced.before;
        return item.kind == engine::kTrackItems && item.name == engine::kTrackItem;
    });
}

}
