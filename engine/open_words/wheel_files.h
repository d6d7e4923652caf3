#pragma once

#include "engine/open_words/emotion_wheel.h"

#include <filesystem>

namespace engine {

/// Reads a user's copy of the challenge's tables: `wheel1.xlsx` to `wheel5.xlsx` (columns `level1`, `level2`,
/// `level3`; an empty cell is that above), `synonym.xlsx` (columns `word_run1`, `synonym_run1` and further
/// runs, which are merged), `format.csv` (columns `name`, `format`).
/// @throws IoError (`file_not_found`, `io`), FormatError (`data_invalid`, `too_large`) with file and place.
WheelTables readWheels(const std::filesystem::path& folder);

}
