#pragma once

#include "engine/sequences/dataset_list.h"
#include "engine/splits/group_splits.h"

#include <CLI/CLI.hpp>
#include <cstdint>
#include <string>
#include <vector>

namespace engine::cli {

/// `--random-folds`, `--by` and `--seed`.
struct RandomFoldsOptions {
    std::vector<SplitShare> wished; ///< train, valid, test first; empty: no folds are drawn
    std::string by; ///< empty: `conversation` where the dataset has conversations, else `video`
    std::uint64_t seed = 0;
};

/// Adds the options to a command, where `--folds` is another way. A wrong share is a CLI::ValidationError.
void addRandomFolds(CLI::App& command, RandomFoldsOptions& options);

/// Draws the folds of a dataset whose list is written already. A conversation counts its turns, a video of
/// no conversation its rows of `labels`, at least one. What is doubtful about the folds is said.
/// @param list  its folds are replaced @param file  of the list, for errors
/// @throws FormatError (`no_conversations`) for `conversation` and `episode` of a dataset without; ShapeError
/// (`bad_shares`), and as heardInDataset().
void drawFolds(DatasetList& list, const std::string& file, const RandomFoldsOptions& options);

}
