#pragma once

#include "engine/sequences/dataset_list.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace engine {

/// Files of a dataset that go along with a publication as they are, by their place in its folder:
/// `words.csd`, `media/ada_1.mp4`. Signs of keys and ids that no file's name should have become `_`; names
/// that come twice get numbers.
/// @param sequences  keys. @throws FormatError (`data_invalid`) naming a key that the dataset does not have.
std::map<std::string, std::filesystem::path>
publicationCopies(const DatasetList& list, const std::vector<std::string>& sequences, bool withMedia);

}
