#include "engine/project_items/layout_item.h"

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
            nlohmann::json{{"are", layout == PackedLayout::Together ? kVideosTogether : "apart"}}.dump()};
}

std::optional<PackedLayout> layoutOfProject(const Annotation& annotation)
{
    if (annotation.tiers().empty())
        return std::nullopt;
    const Item* const item = annotation.item(kLayoutKind, kLayoutName);
    const nlohmann::json noted = item ? nlohmann::json::parse(item->json, nullptr, false) : nlohmann::json();
    const bool areTogether = noted.is_object() && noted.value("are", nlohmann::json()) == kVideosTogether;
    return areTogether ? PackedLayout::Together : PackedLayout::Apart;
}

}
