#pragma once

#include "engine/recipes/recipe.h"

#include <CLI/CLI.hpp>

namespace engine::cli {

/// What the commands that are recipes of one step have in common.
struct OneStep {
    std::vector<std::string> sequences; ///< files
    std::string out;
    unsigned jobs = 0;
    int gzipLevel = 0; ///< of the results; 0: not compressed
    bool json = false;
};

void addOneStepOptions(CLI::App& command, OneStep& options);

/// @throws CLI::ValidationError when results would be written over the files that are read.
void checkOneStep(const OneStep& options);

/// Loads the sequences by their root names, does the steps and writes all. @return the exit code.
int runSteps(const OneStep& options, const std::vector<RecipeStep>& steps, bool report = false);

}
