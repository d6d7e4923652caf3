#pragma once

#include "engine/sequences/dataset_list.h"

#include <filesystem>
#include <vector>

namespace engine {

/// The dataset behind what a person opens: a list (`.json`), wherever it stands among the paths, or a folder,
/// to which the other paths add sequences and recordings; else the files and folders together. Of packed
/// segments and of tables that are opened alone, the media beside them and in the folders below are looked
/// for.
/// @throws IoError, FormatError naming the file.
DatasetList datasetOf(const std::vector<std::filesystem::path>& paths);

}
