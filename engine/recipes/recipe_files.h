#pragma once

#include "engine/recipes/recipe_plan.h"

#include <filesystem>
#include <string>
#include <vector>

namespace engine {

/// The file name of a sequence of the result: as `output_files` says, or `fileNameOf(key).csd`.
std::string sequenceFileName(const Recipe& recipe, const std::string& key);

/// A sequence's key as a file name: letters, digits, `.`, `_`, `-` are kept, everything else becomes `_`.
std::string fileNameOf(const std::string& key);

/// What is wrong with a name in `output_files`; empty when nothing is.
std::string faultOfOutputName(const std::string& name);

/// What a recipe reads: its own file, lists, sequences, videos whose frames are a reference, files to check.
/// Without a plan only what the recipe names itself.
std::vector<std::filesystem::path> inputsOf(const Recipe& recipe, const RecipePlan* plan = nullptr);

/// What a run of the recipe writes into `out`, but for `error.json`.
/// @param divided  in shards: also `shard.json`
std::vector<std::filesystem::path> outputsOf(const Recipe& recipe, const RecipePlan& plan,
                                             const std::filesystem::path& out, bool divided);

}
