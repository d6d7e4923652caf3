#include "engine/project_items/layout_item.h"

#include "engine/core/json_text.h"
#include "engine/core/segment_id.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace engine {

namespace {

constexpr auto kLayoutKind = "packed_segments";
constexpr auto kLayoutName = "layout";
constexpr auto kVideosTogether = "together";

}

Item layoutItem(PackedLayout layout)
{
    return {kLayoutKind, kLayoutName,
            jsonText(nlohmann::json{{"are", layout == PackedLayout::Together ? kVideosTogether : "apart"}})};
}

std::optional<PackedLayout> layoutOfProject(const Annotation& annotation)
{
    if (annotation.tiers().empty())
        return std::nullopt;
    bool areTogether = std::ranges::all_of(annotation.tiers(), [](const auto& tier) {
        return segmentName(tier.second.video).clip.empty(); // a video, and no segment of one
    });
    if (const Item* const item = annotation.item(kLayoutKind, kLayoutName)) {
        const nlohmann::json noted = nlohmann::json::parse(item->json, nullptr, false);
        areTogether = noted.is_object() && noted.value("are", nlohmann::json()) == kVideosTogether;
    }
    return areTogether ? PackedLayout::Together : PackedLayout::Apart;
}

}
