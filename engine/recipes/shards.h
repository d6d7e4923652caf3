#pragma once

#include "engine/recipes/recipe_runner.h"

namespace engine {

/// What a shard says about itself in `shard.json`, beside its results.
struct ShardNote {
    std::size_t shard = 0; ///< counted from 0
    std::size_t shards = 1;
    std::string recipe; ///< SHA-256 of the recipe
    RecipeOutput output = RecipeOutput::Sequences;
    int gzipLevel = 0; ///< of the sequences; 0: not compressed
    bool npz = false;
};

void writeShardNote(const ShardNote& note, const std::filesystem::path& folder);
/// @throws IoError (`file_not_found`), FormatError (`data_invalid`).
ShardNote readShardNote(const std::filesystem::path& folder);

/// Joins the results of all shards of one run; the result is that of the run in one piece.
/// @param folders  of the shards, in any order
/// @throws FormatError (`data_invalid`) when shards are missing, come twice, or belong to different recipes;
/// IoError.
RunSummary mergeShards(const std::vector<std::filesystem::path>& folders, const std::filesystem::path& out,
                       const RunSettings& settings, const RunContext& run = {});

}
