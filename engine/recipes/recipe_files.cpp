#include "engine/recipes/recipe_files.h"

#include "engine/core/error.h"
#include "engine/recipes/recipe_loads.h"
#include "engine/sequences/dataset_list.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace engine {

namespace {

namespace fs = std::filesystem;

/// What a run writes beside sequences, and one of them would be lost.
constexpr std::array<std::string_view, 3> kReserved{"alignment.json", "error.json", "shard.json"};

void addFrames(const AlignStep& step, const RecipePlan* plan, std::vector<fs::path>& files)
{
    const auto* frames = std::get_if<VideoFrames>(&step.reference);
    if (!frames)
        return;
    const std::size_t placeholder = frames->file.find("{id}");
    if (placeholder == std::string::npos) {
        files.emplace_back(frames->file);
        return;
    }
    for (const std::string& video : plan ? plan->videos : std::vector<std::string>{})
        files.emplace_back(std::string(frames->file).replace(placeholder, 4, video));
}

/// The dataset list that a step has its conversations from.
void addNamed(const RecipeStep& step, std::vector<fs::path>& files)
{
    const NamedConversations* named = nullptr;
    if (const auto* time = std::get_if<ConversationTimeStep>(&step))
        named = &time->conversations;
    else if (const auto* partner = std::get_if<PartnerStep>(&step))
        named = &partner->conversations;
    else if (const auto* unify = std::get_if<UnifyStep>(&step))
        named = &unify->conversations;
    if (const auto* file = named ? std::get_if<fs::path>(named) : nullptr)
        files.push_back(*file);
}

/// A list and its files, or what lies in a folder; nothing where it cannot be read, which is said elsewhere.
void addFolder(const fs::path& folder, std::vector<fs::path>& files)
{
    std::error_code failure;
    for (fs::directory_iterator item(folder, failure), end; !failure && item != end; item.increment(failure))
        files.push_back(item->path());
    if (folder.extension() != ".json" || !fs::is_regular_file(folder, failure))
        return;
    files.push_back(folder);
    try {
        for (const DatasetList::Sequence& sequence : readDatasetList(folder).sequences)
            files.push_back(sequence.file);
    } catch (const Error&) { // the plan fails for it
    }
}

}

std::string fileNameOf(const std::string& key)
{
    std::string name = key;
    const auto keeps = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.'
            || c == '_' || c == '-';
    };
    std::ranges::replace_if(
        name, [&](char c) { return !keeps(c); }, '_');
    return name;
}

std::string sequenceFileName(const Recipe& recipe, const std::string& key)
{
    const auto given = recipe.outputFiles.find(key);
    return given != recipe.outputFiles.end() ? given->second : fileNameOf(key) + ".csd";
}

std::string faultOfOutputName(const std::string& name)
{
    if (name.empty() || name == "." || name == ".." || name.find('/') != std::string::npos
        || name.find('\0') != std::string::npos)
        return "expected a file name without a folder";
    if (name.size() > 200) // the temporary name is longer
        return "expected a file name of at most 200 bytes";
    if (std::ranges::find(kReserved, name) != kReserved.end())
        return "which is the name of a run's own file; expected another";
    return {};
}

std::vector<fs::path> inputsOf(const Recipe& recipe, const RecipePlan* plan)
{
    std::vector<fs::path> files = recipe.readFrom;
    forEachLoad(recipe, [&](const Load& load) {
        addFolder(load.folder, files);
        for (const Load::Item& item : load.items)
            files.push_back(item.file);
    });
    for (const RecipeStep& step : recipe.steps) {
        if (const auto* align = std::get_if<AlignStep>(&step))
            addFrames(*align, plan, files);
        addNamed(step, files);
    }
    if (recipe.output == RecipeOutput::Integrity) {
        for (const std::string& file : recipe.files)
            files.push_back(recipe.folder / file);
    }
    if (plan) {
        for (const auto& source : plan->sources)
            files.emplace_back(source->sequence.name());
    }
    return files;
}

std::vector<fs::path> outputsOf(const Recipe& recipe, const RecipePlan& plan, const fs::path& out,
                                bool divided)
{
    std::vector<fs::path> files;
    switch (recipe.output) {
    case RecipeOutput::Integrity:
        return {out / "integrity.json"};
    case RecipeOutput::Citations:
        return {out / "citations.bib.txt", out / "citations.bib"};
    case RecipeOutput::Tensors:
        files.push_back(out / "tensors.h5");
        if (recipe.tensors.npz)
            files.push_back(out / "tensors.npz");
        break;
    case RecipeOutput::Sequences:
        for (const RecipePlan::Result& result : plan.results)
            files.push_back(out / sequenceFileName(recipe, result.key));
    }
    if (recipe.report)
        files.push_back(out / "alignment.json");
    if (divided)
        files.push_back(out / "shard.json");
    return files;
}

}
