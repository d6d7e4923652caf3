#pragma once

#include "engine/explain/explained_dataset.h"

#include <string>

namespace engine {

/// The dataset as a table of comma-separated values. Its first lines begin with `# ` and tell the provenance,
/// the outputs with their scales, and what was left out; then come a row of names and a row for each segment
/// and output: `id, fold, start, end, words, text, acoustic, visual` (1: present), `output, label,
/// prediction, class`, `f_` and the letters of each set of modalities, and the three Shapley values. Numbers
/// are written so that reading gives the same ones.
/// @param guardsCells  an apostrophe before texts that a spreadsheet would take for a formula
std::string explanationTable(const ExplainedDataset& dataset, bool guardsCells = false);

/// What explanationTable() wrote. @throws FormatError (`data_invalid`) naming the line.
ExplainedDataset explanationsFromTable(const std::string& text, const std::string& source);

}
