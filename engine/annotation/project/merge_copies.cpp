#include "engine/annotation/project/merge_copies.h"

#include "engine/annotation/layers.h"
#include "engine/annotation/project/snapshots.h"
#include "engine/core/json_text.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace engine {

namespace {

constexpr auto kOriginKind = "origin";
constexpr auto kOriginName = "snapshot";

/// Theirs with the items of mine, and with what theirs says of layers that mine does not have.
Annotation withItemsOf(const Annotation& mine, Annotation theirs)
{
    Change change;
    std::vector<Item> layers;
    for (const auto& [key, item] : theirs.items()) {
        change.items.push_back({item, std::nullopt});
        if (item.kind == kLayerItems && !mine.item(item.kind, item.name))
            layers.push_back(item);
    }
    theirs.apply(change);
    change.items.clear();
    for (const auto& [key, item] : mine.items())
        change.items.push_back({std::nullopt, item});
    for (const Item& item : layers)
        change.items.push_back({std::nullopt, item});
    theirs.apply(change);
    return theirs;
}

}

Item originItem(const std::string& name)
{
    return {kOriginKind, kOriginName, jsonText(nlohmann::json{{"name", name}})};
}

std::optional<std::filesystem::path> originOf(const Annotation& copy, const std::filesystem::path& project)
{
    const Item* item = copy.item(kOriginKind, kOriginName);
    const nlohmann::json value = item ? nlohmann::json::parse(item->json, nullptr, false) : nlohmann::json();
    if (!value.is_object() || !value.contains("name") || !value["name"].is_string())
        return std::nullopt;
    const std::filesystem::path name = std::filesystem::path(value["name"].get<std::string>()).filename();
    const std::filesystem::path snapshot = snapshotFolder(project) / name;
    return std::filesystem::exists(snapshot) ? std::optional(snapshot) : std::nullopt;
}

Merged mergeCopies(const Annotation* base, const Annotation& mine, const Annotation& theirs,
                   const ConflictChoices& choices)
{
    Merged merged = mergeProjects(base, mine, withItemsOf(mine, theirs), choices);
    std::erase_if(merged.conflicts,
                  [](const Conflict& conflict) { return conflict.tier.empty() && conflict.video.empty(); });
    std::erase_if(merged.change.items, [](const auto& replaced) {
        return !replaced.after || replaced.after->kind != kLayerItems;
    });
    return merged;
}

}
