#include "engine/project_items/fold_item.h"

#include "engine/core/json_text.h"

#include <nlohmann/json.hpp>

namespace engine {

namespace {

constexpr auto kFoldItems = "folds";
constexpr auto kFoldItem = "dataset";

}

Item foldsItem(const FoldLists& folds)
{
    return {kFoldItems, kFoldItem, jsonText(nlohmann::json(folds))};
}

std::optional<FoldLists> projectFolds(const Annotation& annotation)
{
    const Item* item = annotation.item(kFoldItems, kFoldItem);
    if (!item)
        return std::nullopt;
    try {
        return nlohmann::json::parse(item->json).get<FoldLists>();
    } catch (const nlohmann::json::exception&) {
        return std::nullopt;
    }
}

}
