#pragma once

#include <filesystem>

namespace bench {

/// Rules that make one value of a few ratings, on POPQUORN's raters: of three drawn raters of a comment they
/// predict the mean of the others; then the same with ratings that are routed, and CREMA-D's votes with a
/// lead of two. Figures go to stderr, rows to stdout.
/// @param votes  a folder with `popquorn/ratings.csv` and `crema-d/tabulatedVotes.csv`
void measureRealVotes(const std::filesystem::path& votes);

}
