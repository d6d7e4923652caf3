#pragma once

#include "engine/recipes/video_run.h"
#include "engine/sequences/timed_features.h"

namespace engine {

/// One sequence of one video as a step left it, ready to draw.
struct PreviewedSequence {
    std::string key;
    bool isText = false; ///< words: `rows` has their intervals, and no columns
    std::size_t entries = 0; ///< `v`, or segments `v[k]`
    TimedFeatures rows; ///< of all entries, by start
    std::vector<FillMark> marks; ///< one per row
};

/// What the first steps of a recipe make of one video.
struct RecipePreview {
    std::vector<PreviewedSequence> sequences; ///< in the dataset's order
    std::vector<StepReport> reports; ///< one per step that was done
};

/// Applies the first `steps` steps of a recipe to one video, in memory. Other videos are not read; so when
/// this video lacks a whole sequence, an imputation may know less about that sequence than in a full run.
/// @param load  gives the sequences of the recipe's files
/// @throws Error as runVideos().
RecipePreview previewRecipe(Recipe recipe, std::size_t steps, const std::string& video,
                            const LoadSequence& load, const FrameTimes& frames);

}
