#pragma once

#include "engine/recipes/recipe_runner.h"

#include <functional>

namespace engine::cli {

/// Makes a recipe and runs it, after its files were probed; prints what was written, and warnings on stderr.
/// @return the exit code: 0, or 1 when a checked file is invalid.
int runAndPrint(const std::filesystem::path& out, bool json, const VideoRunSettings& videos,
                const std::function<Recipe(std::vector<std::string>& warnings)>& makeRecipe);

/// Notes which files this run wrote into `out`, so that a later run that fails can rename them.
void noteResults(const std::filesystem::path& out, const RunSummary& summary, bool isShard);

/// Prints on stdout what was written.
void print(const RunSummary& summary, bool json);

}
