#pragma once

#include "engine/recipes/recipe_runner.h"

namespace engine {

/// Runs a recipe in `pieces` pieces; the result is that of runRecipe(). Finished pieces lie in `out/.pieces`
/// until all are joined; after an interruption a further call goes on with the first that is missing,
/// provided that recipe, number of pieces, sizes and modification times of the inputs are the same. Otherwise
/// the finished pieces are removed, and the run begins again.
/// @param recipe  with its hash; output sequences or tensors
/// @throws as runRecipe() and mergeShards(); the finished pieces stay.
RunSummary runResumably(const Recipe& recipe, const std::filesystem::path& out, std::size_t pieces,
                        const RunSettings& settings, const RunContext& run = {});

}
