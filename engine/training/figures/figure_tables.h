#pragma once

#include "engine/training/figures/report.h"

#include <filesystem>
#include <string>
#include <vector>

namespace engine {

/// A run's row in one of the tables that runs of a folder share.
struct FigureTable {
    std::string name; ///< `regression`
    std::vector<Metric> figures; ///< named with their label: `happy_mae`
};

/// The figures of the test fold by kind of task: `regression` of scores and traits, `classification` of yes
/// and no and of classes; of emotions `regression` (also the sentiment's), `classification_presence`,
/// `classification_dominant`. Those without a figure are left out.
/// @param modalities  of the model that is meant, as describe() says it
std::vector<FigureTable> figureTables(const Report& report, const std::string& modalities, Task task);

/// Adds the row to the folder's `NAME.csv`, below a heading of its own figures; what is undefined is an empty
/// cell. A row that stands there already is not added again: a run that was finished once and is finished
/// again, resumed, is still one run. @throws IoError (`io`).
void appendRow(const std::filesystem::path& folder, const std::string& run, const FigureTable& table);

}
