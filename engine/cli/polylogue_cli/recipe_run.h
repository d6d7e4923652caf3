#pragma once

#include "engine/recipes/recipe_runner.h"

#include <functional>

namespace engine::cli {

/// Makes a recipe and runs it, files probed first; prints what was written, warnings on stderr.
/// @return the exit code: 0, or 1 when a checked file is invalid.
int runAndPrint(const std::filesystem::path& out, bool json, const VideoRunSettings& videos,
                const std::function<Recipe(std::vector<std::string>& warnings)>& makeRecipe);

/// Notes for a later run that fails what this one wrote into `out`.
void noteResults(const std::filesystem::path& out, const RunSummary& summary, bool isShard);

/// What was written, on stdout.
void print(const RunSummary& summary, bool json);

}
