#pragma once

#include "engine/core/pending_file.h"

#include <string>

namespace engine {

/// Writes the text to a temporary file beside `path`; commit() of the result renames it to `path`. @throws
/// IoError (`io`).
PendingFile writeTextFile(const std::filesystem::path& path, const std::string& text);

/// A cell of a table of separated values (RFC 4180): in quotes when it needs them, or when `always` is true.
std::string tableCell(const std::string& text, bool always = false);

/// The text, with an apostrophe before it where a spreadsheet would take it for a formula and run it.
/// @param guards  false: the text as it is
std::string guardedCell(const std::string& text, bool guards);

/// Makes the folder and those above it. @throws IoError (`io`).
void makeFolder(const std::filesystem::path& folder);

}
