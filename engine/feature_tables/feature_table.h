#pragma once

#include "engine/core/feature_rows.h"
#include "engine/core/run_context.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

/// Features that other extractors wrote as text, one row per frame of one recording: OpenFace's CSV, and
/// openSMILE's CSV and ARFF.
namespace engine {

/// What wrote a table: `OpenFace`, `openSMILE`.
struct TableOrigin {
    std::string name;
    bool isArff = false;
};

/// Looks at a file's ending and at its beginning. Absent for every other file, for tables of annotation too.
std::optional<TableOrigin> featureTableOrigin(const std::filesystem::path& path);

/// The tables of features among the files of a folder, by name; or the file itself, if it is one.
std::vector<std::filesystem::path> featureTablesIn(const std::filesystem::path& fileOrFolder);

/// A table as rows over time. What is no number (`?`, a name) is NaN; the columns of time, of the frame's
/// number and of names are not among the columns.
struct FeatureTable {
    FeatureRows rows;
    std::vector<std::string> notes; ///< what was left out, in sentences
};

/// Reads a whole table. A row lasts until the next begins; the last as long as the rows usually do. Of
/// several faces in one recording, the one with the most rows is taken, and a note says so.
///
/// @throws IoError (`file_not_found`, `io`); FormatError (`data_invalid`) naming file and line: a row with
/// another number of cells, times that are missing or go back; (`too_large`) for more than 1 GiB of values;
/// Cancelled.
FeatureTable readFeatureTable(const std::filesystem::path& path, const RunContext& run = {});

}
