#pragma once

#include "engine/recipes/recipe_plan.h"

#include <filesystem>
#include <string>
#include <vector>

namespace engine {

/// The file name of a sequence of the result: the name in `output_files`, else `fileNameOf(key).csd`.
std::string sequenceFileName(const Recipe& recipe, const std::string& key);

/// A sequence's key as a file name: letters, digits, `.`, `_`, `-` are kept, everything else becomes `_`.
std::string fileNameOf(const std::string& key);

/// What is wrong with a name in `output_files`; empty when nothing is.
std::string faultOfOutputName(const std::string& name);

/// What a recipe reads: its own file, lists, sequences, videos whose frames are a reference, files to check.
/// Without a plan, only the files that the recipe itself names.
std::vector<std::filesystem::path> inputsOf(const Recipe& recipe, const RecipePlan* plan = nullptr);

/// The files that a run of the recipe writes into `out`, apart from `error.json`.
/// @param divided  whether it runs in shards; then it also writes `shard.json`
std::vector<std::filesystem::path> outputsOf(const Recipe& recipe, const RecipePlan& plan,
                                             const std::filesystem::path& out, bool divided);

}
