#pragma once

#include "engine/recipes/video_run.h"

namespace engine {

/// Applies steps to a dataset in memory. Rows that were filled in are listed in the metadata field `imputed`
/// of the result, as in files that a recipe writes (sequence_output.h).
/// @param prepare  called for each video after its steps, by several threads at once; may change its part
/// @throws as runVideos().
Dataset applySteps(const Dataset& dataset, std::vector<RecipeStep> steps, const VideoRunSettings& settings,
                   const std::function<void(VideoResult&)>& prepare, const RunContext& run = {});

/// On one thread. @throws as above.
Dataset applySteps(const Dataset& dataset, std::vector<RecipeStep> steps);

}
