#include "app/export/recipe_export.h"

#include "app/document/document.h"
#include "engine/core/error.h"
#include "engine/core/pending_file.h"
#include "engine/recipes/recipe_loads.h"
#include "engine/recipes/recipe_reader.h"
#include "engine/recipes/recipe_writer.h"
#include "engine/sequences/csd_writer.h"
#include "engine/snapshot/tier_sequences.h"

#include <algorithm>
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
    engine::PendingFile fresh(path);
    engine::writeCsd(sequence, fresh.temporary());
    if (bytesOf(fresh.temporary()) != bytesOf(path))
        fresh.commit();
}

/// Of features that are written beside a recipe since its file holds more than one sequence.
constexpr std::size_t kMostPackedBytes = std::size_t{1} << 30;

/// `<stem>.<key>.csd`; what cannot be in a name becomes `_`.
std::filesystem::path besideRecipe(const std::filesystem::path& path, const std::string& key)
{
    std::string name = key;
    std::ranges::replace(name, '/', '_');
    return std::filesystem::absolute(path).parent_path() / (path.stem().string() + "." + name + ".csd");
}

void checkNotOfDataset(const std::filesystem::path& file, const OpenDataset& dataset)
{
    for (const OpenDataset::Sequence& source : dataset.sequences) {
        std::error_code missing;
        if (std::filesystem::equivalent(file, source.file->path(), missing))
            throw engine::IoError("io", file.string(),
                                  "belongs to the dataset that is open; give the recipe another name, it is "
                                  "never written to");
    }
}

}

std::set<TierName> namedTiers(const engine::Recipe& recipe)
{
    std::set<TierName> tiers;
    engine::forEachLoad(recipe, [&](const engine::Load& load) {
        for (const engine::Load::Item& item : load.items) {
            if (const auto tier = engine::tierNamed(item.file))
                tiers.insert(*tier);
        }
    });
    return tiers;
}

RecipeEdits recipeEdits(const Document& document, const engine::Recipe& recipe)
{
    RecipeEdits edits;
    for (const std::string& video : document.videosWithOwnWords())
        edits.project.words.emplace(video, document.ownWords(video));
    for (const std::string& video : document.videosWithOwnLabels())
        edits.project.labels.emplace(video, document.ownLabelRows(video));
    edits.project.faces = engine::projectFaces(document.annotation());
    edits.project.offsets = engine::projectOffsets(document.annotation());
    for (const TierName& tier : namedTiers(recipe))
        edits.tiers.emplace(tier, engine::tierSequence(document.annotation(), tier));
    return edits;
}

engine::Recipe asInProject(engine::Recipe recipe, const OpenDataset& dataset, const RecipeEdits& edits)
{
    for (engine::Load::Item* item : itemsOf(recipe)) {
        for (const OpenDataset::Sequence& sequence : dataset.sequences) {
            if (item->file == sequence.file->path())
                item->offsets = engine::offsetsInFile(edits.project, sequence);
        }
    }
    for (engine::RecipeStep& step : recipe.steps) {
        auto* align = std::get_if<engine::AlignStep>(&step);
        if (auto* frames = align ? std::get_if<engine::VideoFrames>(&align->reference) : nullptr)
            frames->fromFirstPicture = dataset.zero == engine::TimeZero::FirstPicture;
    }
    return recipe;
}

engine::Recipe exportRecipe(engine::Recipe recipe, const OpenDataset& dataset, const RecipeEdits& edits,
                            const std::filesystem::path& path)
{
    recipe = asInProject(std::move(recipe), dataset, edits);
    const std::vector<engine::Load::Item*> items = itemsOf(recipe);
    for (const OpenDataset::Sequence& sequence : dataset.sequences) {
        if (!engine::hasOtherRows(edits.project, sequence) && sequence.isCsd())
            continue; // the recipe loads the file itself
        const std::filesystem::path edited = besideRecipe(path, sequence.key);
        bool isLoaded = false;
        for (engine::Load::Item* item : items) {
            if (item->file != sequence.file->path())
                continue;
            item->file = edited;
            isLoaded = true;
        }
        if (!isLoaded)
            continue;
        checkNotOfDataset(edited, dataset);
        if (sequence.packed && sequence.packed->file()->bytes() > kMostPackedBytes)
            throw engine::FormatError(
                "too_large", sequence.packed->file()->path().string(),
                "packs more than 1 GiB of features, which a recipe would have to carry beside it once more");
        writeIfOther(engine::editedSequence(dataset, sequence, edits.project), edited);
    }
    for (engine::Load::Item* item : items) {
        const auto tier = engine::tierNamed(item->file);
        if (!tier)
            continue;
        const auto sequence = edits.tiers.find(*tier);
        if (sequence == edits.tiers.end() || sequence->second.ids().empty())
            throw engine::FormatError("recipe_invalid", path.string(),
                                      "no video has segments on the tier '" + *tier + "'");
        item->file = besideRecipe(path, item->name);
        checkNotOfDataset(item->file, dataset);
        writeIfOther(sequence->second, item->file);
    }
    engine::writeRecipe(recipe, path);
    std::vector<std::string> warnings;
    return engine::readRecipe(path, warnings);
}

bool holdsOtherFiles(const std::filesystem::path& folder)
{
    namespace fs = std::filesystem;
    std::error_code problem;
    return fs::exists(folder, problem) && !fs::is_empty(folder, problem) && !problem
        && !fs::exists(folder / kRecipeFile, problem);
}

}
