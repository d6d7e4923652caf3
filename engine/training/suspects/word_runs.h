#pragma once

#include "engine/training/data/feature_data.h"

#include <vector>

namespace engine {

/// Where words begin among rows of a fixed rate: the rows at which the text changes, and last their number. A
/// single row that is a mixture of two words belongs to the first of them.
/// @throws ShapeError (`row_mismatch`) where there is no such segment, or row; so do the functions below.
std::vector<std::size_t> wordRuns(const FoldData& frames, std::size_t segment);

/// Whether a row of the text has anything in it: pauses have not.
bool isSpoken(const FoldData& frames, std::size_t segment, std::size_t row);

/// How far a word has come that has `length` rows, at its row `row`: two numbers that a linear map can use.
std::array<double, 2> wordPhase(std::size_t row, std::size_t length);

}
