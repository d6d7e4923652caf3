#pragma once

#include "engine/core/run_context.h"
#include "engine/sequences/sequence_file.h"

#include <filesystem>

namespace engine {

/// Writes a sequence of numbers as a table of comma-separated values (RFC 4180): `id`, `start`, `end` in
/// seconds, and a column for each of the sequence's (columnNames()); a row for each of its rows, entry by
/// entry. Numbers are written with as many digits as it takes to read the same number again; what is no
/// number is `nan`.
/// @return the rows that were written
/// @throws FormatError (`data_invalid`) for a sequence of text, or entries of other widths than the first;
/// IoError (`io`); Cancelled.
std::size_t writeTable(const SequenceFile& sequence, const std::filesystem::path& path,
                       const RunContext& run = {});

}
