#include "app/export/recipe_export.h"

#include "app/document/document.h"
#include "app/export/edited_words.h"
#include "engine/core/error.h"
#include "engine/recipes/recipe_loads.h"
#include "engine/recipes/recipe_reader.h"
#include "engine/recipes/recipe_writer.h"
#include "engine/sequences/csd_writer.h"

#include <fstream>

namespace app {

namespace {

/// Every file of the recipe, so that another can take its place.
std::vector<engine::Load::Item*> itemsOf(engine::Recipe& recipe)
{
    std::vector<engine::Load::Item*> items;
    engine::forEachLoad(recipe, [&](engine::Load& load) {
        for (engine::Load::Item& item : load.items)
            items.push_back(&item);
    });
    return items;
}

std::string bytesOf(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// A file that is there with the same bytes stays untouched: a run that was stopped knows its inputs by their
/// times.
void writeIfOther(const engine::ComputationalSequence& sequence, const std::filesystem::path& path)
{
    const std::filesystem::path fresh = path.string() + ".new";
    engine::writeCsd(sequence, fresh);
    if (bytesOf(fresh) == bytesOf(path))
        std::filesystem::remove(fresh);
    else
        std::filesystem::rename(fresh, path);
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
        if (!isLoaded)
            continue;
        for (const OpenDataset::Sequence& source : dataset.sequences) {
            std::error_code missing;
            if (std::filesystem::equivalent(edited, source.file->path(), missing))
                throw engine::IoError(
                    "io", edited.string(),
                    "belongs to the dataset that is open; give the recipe another name, it is "
                    "never written to");
        }
        writeIfOther(hasWords ? withWords(sequence.file, edits.words)
                              : withLabels(sequence.file, edits.labels),
                     edited);
    }
    engine::writeRecipe(recipe, path);
    std::vector<std::string> warnings;
    return engine::readRecipe(path, warnings);
}

}
