#pragma once

#include "engine/packed/packed_arrays.h"
#include "engine/training/data/feature_data.h"

#include <map>
#include <string>
#include <vector>

namespace engine {

// The folds of a file of features, and what is refused of it.

/// The arrays of the folds train, valid and test, by the names that all packed segments have
/// (engine/packed/packed_names.h).
struct FoldsOfArrays {
    std::map<std::string, PackedGroup> folds; ///< `train` → its arrays
    std::vector<std::string> notes; ///< sentences about folds that are none of these
};

/// @param entries  must live as long as the result
/// @throws FormatError (`bad_features`) when there are no such folds, when a recipe has further ones, and
/// when two arrays are one by their names.
FoldsOfArrays foldsOfArrays(const std::string& file, const std::vector<TensorEntry>& entries);

/// The texts of an array. @throws FormatError (`bad_features`) for text that is not UTF-8, which could not be
/// written into cards and tables.
std::vector<std::string> textsOf(const std::string& file, const TensorEntry& entry);

/// @throws FormatError (`bad_features`) always.
[[noreturn]] void refuseFeatures(const std::string& file, const std::string& place, const std::string& what);

}
