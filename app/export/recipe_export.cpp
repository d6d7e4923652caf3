#include "app/export/recipe_export.h"

#include "app/document/document.h"
#include "app/export/edited_words.h"
#include "engine/recipes/recipe_reader.h"
#include "engine/recipes/recipe_writer.h"
#include "engine/sequences/csd_writer.h"

namespace app {

namespace {

/// Every file of the recipe, so that another can take its place.
std::vector<engine::Load::Item*> itemsOf(engine::Recipe& recipe)
{
    std::vector<engine::Load::Item*> items;
    const auto add = [&](engine::Load& load) {
        for (engine::Load::Item& item : load.items)
            items.push_back(&item);
    };
    add(recipe.load);
    for (engine::RecipeStep& step : recipe.steps) {
        if (auto* added = std::get_if<engine::AddStep>(&step))
            add(added->load);
        else if (auto* merged = std::get_if<engine::MergeStep>(&step))
            add(merged->load);
    }
    return items;
}

}

TierEdits tierEdits(const Document& document)
{
    TierEdits edits;
    for (const std::string& video : document.videosWithOwnWords())
        edits.words.emplace(video, document.ownWords(video));
    for (const std::string& video : document.videosWithOwnLabels())
        edits.labels.emplace(video, document.ownLabelRows(video));
    return edits;
}

engine::Recipe exportRecipe(engine::Recipe recipe, const OpenDataset& dataset, const TierEdits& edits,
                            const std::filesystem::path& path)
{
    const std::vector<engine::Load::Item*> items = itemsOf(recipe);
    for (const OpenDataset::Sequence& sequence : dataset.sequences) {
        const bool hasWords = sequence.role == Role::Words && !edits.words.empty();
        const bool hasLabels = sequence.role == Role::Labels && !edits.labels.empty();
        if (!hasWords && !hasLabels)
            continue;
        const std::string file = path.stem().string() + "." + sequence.key.toStdString() + ".csd";
        const std::filesystem::path edited = std::filesystem::absolute(path).parent_path() / file;
        bool isLoaded = false;
        for (engine::Load::Item* item : items) {
            if (item->file != sequence.file->path())
                continue;
            item->file = edited;
            isLoaded = true;
        }
        if (isLoaded)
            engine::writeCsd(hasWords ? withWords(sequence.file, edits.words)
                                      : withLabels(sequence.file, edits.labels),
                             edited);
    }
    engine::writeRecipe(recipe, path);
    std::vector<std::string> warnings;
    return engine::readRecipe(path, warnings);
}

}
