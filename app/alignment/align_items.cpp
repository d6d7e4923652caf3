#include "app/alignment/align_items.h"

#include "engine/annotation/edits.h"
#include "engine/core/error.h"
#include "engine/core/json_text.h"
#include "engine/recipes/recipe_reader.h"
#include "engine/recipes/recipe_writer.h"
#include "engine/snapshot/tier_sequences.h"

namespace app {

namespace {

constexpr auto kRecipeName = "align";
constexpr auto kAll = "*";

engine::Load::Item loadItem(const OpenDataset::Sequence& sequence)
{
    return {sequence.key, sequence.file->path()};
}

/// Of a sequence, else of a tier of the project; absent: there is neither.
std::optional<engine::Load::Item> itemOf(const OpenDataset::Sequence* sequence, bool isOwn,
                                         const TierName& tier)
{
    if (sequence)
        return loadItem(*sequence);
    if (isOwn)
        return engine::Load::Item{tier, engine::tierPath(tier)};
    return std::nullopt;
}

std::optional<engine::Recipe> parsed(const nlohmann::json& json, const std::filesystem::path& root)
{
    std::vector<std::string> warnings;
    try {
        engine::Recipe recipe = engine::parseRecipe(json, root, warnings);
        recipe.hash.clear();
        return recipe;
    } catch (const engine::Error&) {
        return std::nullopt;
    }
}

}

engine::Recipe usualRecipe(const OpenDataset& dataset, const OwnTiers& own)
{
    engine::Recipe recipe;
    const OpenDataset::Sequence* read = dataset.withRole(Role::Words);
    const bool areOwnWords = !read && own.words;
    if (!read && !own.words)
        read = dataset.withRole(Role::Text); // one row per word, too
    const OpenDataset::Sequence* given = dataset.withRole(Role::Labels);
    const auto words = itemOf(read, own.words, kWordsTier);
    const auto labels = itemOf(given, own.labels, kLabelsTier);
    if (areOwnWords)
        recipe.load.items.push_back(*words);
    for (const OpenDataset::Sequence& sequence : dataset.sequences) {
        const bool isSecondStage = words && &sequence == given;
        if (!isSecondStage && (!sequence.isText || &sequence == read))
            recipe.load.items.push_back(loadItem(sequence));
    }
    if (words) {
        const std::string key = words->name;
        engine::AlignStep align{key, {{"*", {engine::CollapseFunction{}}}}};
        if (areOwnWords || read->isText)
            align.collapse[key] = {engine::CollapseFunction{"mean_or_passthrough"}};
        recipe.steps.emplace_back(align);
        recipe.steps.emplace_back(engine::ImputeStep{key, {{"*", engine::Fill::Zeros}}});
        if (labels) {
            recipe.steps.emplace_back(engine::AddStep{{{*labels}, {}}});
            recipe.steps.emplace_back(engine::AlignStep{labels->name, {}});
            recipe.steps.emplace_back(engine::HardUnifyStep{});
        }
    } else if (labels) {
        if (!given)
            recipe.load.items.push_back(*labels);
        recipe.steps.emplace_back(engine::AlignStep{labels->name, {}});
        recipe.steps.emplace_back(engine::HardUnifyStep{});
    }
    return recipe;
}

engine::WordRule wordRuleOf(const engine::Recipe& recipe, const std::string& words,
                            const std::string& sequence)
{
    engine::WordRule rule;
    bool isAligned = false;
    for (const engine::RecipeStep& step : recipe.steps) {
        const auto* align = std::get_if<engine::AlignStep>(&step);
        const auto* impute = std::get_if<engine::ImputeStep>(&step);
        if (align && isAligned)
            break; // what comes now works on words, not on rows
        if (align && align->reference == engine::AlignReference(words)) {
            isAligned = true;
            const auto& functions = align->functionsFor(sequence);
            const bool keepsWidth = functions.size() == 1 && functions.front().name != "count"
                && functions.front().name != "mean_or_passthrough"
                && functions.front().name != "mean_keepdims";
            if (keepsWidth)
                rule.collapse = functions.front();
        } else if (impute && isAligned && impute->reference == words) {
            rule.fill = impute->fillFor(sequence);
        }
    }
    return rule;
}

std::optional<engine::Recipe> alignRecipe(const engine::Annotation& annotation,
                                          const std::filesystem::path& root)
{
    const engine::Item* item = annotation.item(kRecipeItems, kRecipeName);
    return item ? parsed(nlohmann::json::parse(item->json, nullptr, false), root) : std::nullopt;
}

engine::Item alignRecipeItem(const engine::Recipe& recipe, const std::filesystem::path& root)
{
    return {kRecipeItems, kRecipeName, engine::jsonText(engine::recipeJson(recipe, root))};
}

std::optional<engine::Recipe> appliedRecipe(const engine::Annotation& annotation, const std::string& video,
                                            const std::filesystem::path& root)
{
    const engine::Item* item = annotation.item(kAlignedItems, video);
    if (!item)
        item = annotation.item(kAlignedItems, kAll);
    if (!item)
        return std::nullopt;
    const nlohmann::json json = nlohmann::json::parse(item->json, nullptr, false);
    return json.is_object() && json.contains("recipe") && json["recipe"].is_object()
        ? parsed(json["recipe"], root)
        : std::nullopt;
}

engine::Item appliedItem(const std::string& video, const std::optional<engine::Recipe>& recipe,
                         const std::filesystem::path& root)
{
    nlohmann::ordered_json json{{"recipe", nullptr}};
    if (recipe)
        json["recipe"] = engine::recipeJson(*recipe, root);
    return {kAlignedItems, video.empty() ? kAll : video, engine::jsonText(json)};
}

engine::Change applyToAll(const engine::Annotation& annotation, const engine::Recipe& recipe,
                          const std::filesystem::path& root)
{
    engine::Change change;
    for (const auto& [key, item] : annotation.items()) {
        if (item.kind == kAlignedItems && item.name != kAll)
            change.items.push_back({item, std::nullopt});
    }
    return change.followedBy(engine::putItem(annotation, appliedItem("", recipe, root)));
}

}
