#pragma once

#include "engine/core/run_context.h"

#include <filesystem>
#include <functional>
#include <span>
#include <string_view>

namespace engine {

/// Takes a word of a file with its vector, D numbers, in the file's order.
using TakeVector = std::function<void(std::string_view word, std::span<const float> vector)>;

/// Reads word vectors one after the other; never holds more than some MiB of the file.
///
/// - GloVe's `.txt`: a word and D numbers per line. A word may have blanks in it, so the last D fields are
/// the numbers.
/// - word2vec's `.txt`, fastText's `.vec`: the same after a line `N D`.
/// - word2vec's `.bin`: a line `N D`; then a word, a blank, and D float32, little endian, N times.
///
/// @param take  gets every vector; duplicates, too
/// @return D
/// @throws IoError (`file_not_found`, `io`), FormatError (`data_invalid`) with the line or the word's number:
/// a line with too few numbers, a number that is none or not finite, an end in the middle; Cancelled.
std::size_t readVectors(const std::filesystem::path& file, const TakeVector& take,
                        const RunContext& run = {});

}
