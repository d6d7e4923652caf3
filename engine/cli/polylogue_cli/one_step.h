#pragma once

#include "engine/recipes/recipe.h"

#include <CLI/CLI.hpp>

namespace engine::cli {

/// The common options of all commands that are recipes of one step.
struct OneStep {
    std::vector<std::string> sequences; ///< files
    std::string out;
    unsigned jobs = 0;
    int gzipLevel = 0; ///< of the results; 0: not compressed
    bool json = false;
};

void addOneStepOptions(CLI::App& command, OneStep& options);

/// @throws CLI::ValidationError when results would overwrite input files.
void checkOneStep(const OneStep& options);

/// Loads the sequences by their root names, applies the steps and writes the results. @return the exit code.
int runSteps(const OneStep& options, const std::vector<RecipeStep>& steps, bool report = false);

}
