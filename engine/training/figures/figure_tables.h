#pragma once

#include "engine/training/figures/report.h"

#include <filesystem>
#include <string>
#include <vector>

namespace engine {

/// A run's row in one of the tables that all runs of a folder share.
struct FigureTable {
    std::string name; ///< `regression`
    std::vector<Metric> figures; ///< named with their label: `happy_mae`
};

/// The figures of the test fold by kind of task: `regression` for scores and traits; `classification` for yes
/// and no, and for classes; for emotions `regression` (with the sentiment), `classification_presence` and
/// `classification_dominant`. Tables without a figure are left out.
/// @param modalities  those of the model, as describe() writes them
std::vector<FigureTable> figureTables(const Report& report, const std::string& modalities, Task task);

/// Adds the row to the folder's `NAME.csv`, below a heading with the same figures; an undefined figure is an
/// empty cell. A row that is already there is not added again: a finished run that is resumed and finished
/// again is still one run. @throws IoError (`io`).
void appendRow(const std::filesystem::path& folder, const std::string& run, const FigureTable& table);

}
