#pragma once

#include "engine/recipes/sequence_output.h"
#include "engine/recipes/video_run.h"
#include "engine/sequences/csd_file.h"

#include <filesystem>
#include <string>
#include <vector>

namespace engine {

/// How to run a recipe; the recipe itself says what to do.
struct RunSettings {
    VideoRunSettings videos; ///< jobs, shard
    OpenSequence open
        = [](const std::filesystem::path& path) { return std::make_shared<const CsdFile>(path); };
};

/// What a run wrote.
struct RunSummary {
    std::vector<SequenceOutput::Written> sequences;
    std::vector<std::filesystem::path> files; ///< beside the sequences
    std::size_t videos = 0; ///< how many videos the result holds
    std::vector<std::string> warnings;
    bool valid = true; ///< false: a checked file breaks a rule (RecipeOutput::Integrity)
};

/// Runs a recipe and writes its result into `out`, which is created. All files get their names together when
/// everything has succeeded; otherwise nothing is left behind.
///
/// Sequences go to `<key>.csd`, tensors to `tensors.h5` (and `tensors.npz`), verdicts to `integrity.json`,
/// citations to `citations.bib.txt` and `citations.bib`, the report to `alignment.json`. A shard also writes
/// `shard.json`, for mergeShards().
/// @throws Error with one of the recipe codes; FormatError (`same_file`) before anything is written, when a
/// result would overwrite an input; Cancelled.
RunSummary runRecipe(const Recipe& recipe, const std::filesystem::path& out, const RunSettings& settings,
                     const RunContext& run = {});

}
