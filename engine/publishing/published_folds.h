#pragma once

#include "engine/core/fold_lists.h"

#include <filesystem>

namespace engine {

/// The splits of a published folder as folds of videos. Empty: the folder is no publication (it has no sums),
/// or none of its videos is in a split.
/// @throws FormatError (`data_invalid`) where splits.csv cannot be read.
FoldLists publishedFolds(const std::filesystem::path& folder);

}
