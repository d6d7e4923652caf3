#include "app/document/track_layout_item.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace app {

namespace {

constexpr auto kKind = "layout";
constexpr auto kName = "tracks";

}

engine::Item layoutItem(const widgets::TrackLayout& layout)
{
    nlohmann::json places = nlohmann::json::array();
    for (const widgets::TrackPlace& place : layout)
        places.push_back(
            {{"track", place.key.toStdString()}, {"hidden", place.hidden}, {"height", place.height}});
    return {kKind, kName, places.dump()};
}

widgets::TrackLayout trackLayout(const engine::Annotation& annotation)
{
    const engine::Item* item = annotation.item(kKind, kName);
    if (!item)
        return {};
    widgets::TrackLayout layout;
    try {
        for (const nlohmann::json& place : nlohmann::json::parse(item->json))
            layout.push_back({QString::fromStdString(place.at("track").get<std::string>()),
                              place.at("hidden").get<bool>(), place.at("height").get<int>()});
    } catch (const nlohmann::json::exception&) {
        return {};
    }
    return layout;
}

bool touchesLayout(const engine::Change& change)
{
    return std::any_of(change.items.begin(), change.items.end(), [](const auto& replaced) {
        const engine::Item& item = replaced.after ? *replaced.after : *replaced.before;
        return item.kind == kKind && item.name == kName;
    });
}

}
