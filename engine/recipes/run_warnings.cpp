#include "engine/recipes/run_warnings.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <set>

namespace engine {

namespace {

void checkOutputFiles(const Recipe& recipe, const RecipePlan& plan, std::vector<std::string>& warnings)
{
    std::vector<std::string> keys;
    for (const RecipePlan::Result& result : plan.results)
        keys.push_back(result.key);
    for (const auto& [key, file] : recipe.outputFiles) {
        if (recipe.output != RecipeOutput::Sequences)
            warnings.push_back(
                fmt::format("output_files names {} {}, but no sequences are written.", key, file));
        else if (std::ranges::find(keys, key) == keys.end())
            warnings.push_back(
                fmt::format("output_files names {} {}, but the result has no sequence {} (it has {}).", key,
                            file, key, fmt::join(keys, ", ")));
    }
}

void checkFolds(const TensorSettings& settings, std::vector<std::string>& warnings)
{
    if (!settings.folds)
        return;
    std::map<std::string, std::set<std::size_t>> foldsOf;
    for (std::size_t fold = 0; fold < settings.folds->size(); ++fold) {
        for (const std::string& video : (*settings.folds)[fold])
            foldsOf[video].insert(fold);
    }
    std::erase_if(foldsOf, [](const auto& video) { return video.second.size() < 2; });
    if (foldsOf.empty())
        return;
    const auto& [video, folds] = *foldsOf.begin();
    warnings.push_back(fmt::format("{} videos are in several folds (such as {}: folds {}); the first of them "
                                   "gets the video.",
                                   foldsOf.size(), video, fmt::join(folds, ", ")));
}

}

RunWarnings::RunWarnings(const Recipe& recipe, const RecipePlan& plan)
{
    checkOutputFiles(recipe, plan, m_ofRecipe);
    if (recipe.output == RecipeOutput::Tensors)
        checkFolds(recipe.tensors, m_ofRecipe);
    for (std::size_t step = 0; step < plan.steps.size(); ++step) {
        if (const auto* removal = std::get_if<RemoveIdStep>(&plan.steps[step]))
            m_removals.push_back(
                {step,
                 {removal->id, std::ranges::find(plan.videos, strippedId(removal->id)) == plan.videos.end(),
                  false}});
    }
    for (const RecipePlan::Result& result : plan.results)
        m_keys.push_back(result.key);
    m_entries.resize(m_keys.size());
}

void RunWarnings::take(const VideoResult& result)
{
    for (auto& [step, removal] : m_removals) {
        removal.isDue = removal.isDue || result.part.video == strippedId(removal.id);
        removal.isDone = removal.isDone || result.reports[step].removed > 0;
    }
    for (std::size_t i = 0; i < m_entries.size(); ++i)
        m_entries[i] += result.part.sequences[i].pieces.size();
}

std::vector<std::string> RunWarnings::sentences() const
{
    std::vector<std::string> warnings = m_ofRecipe;
    for (const auto& [step, removal] : m_removals) {
        if (removal.isDue && !removal.isDone)
            warnings.push_back(
                fmt::format("Step {} (remove_id) removes nothing: no sequence has an id {} there.", step + 1,
                            removal.id));
    }
    return warnings;
}

std::vector<std::string> RunWarnings::emptied() const
{
    std::vector<std::string> keys;
    for (std::size_t i = 0; i < m_keys.size(); ++i) {
        if (m_entries[i] == 0)
            keys.push_back(m_keys[i]);
    }
    return keys;
}

}
