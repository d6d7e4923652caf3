#pragma once

#include "engine/npz/tensor_source.h"
#include "engine/training/data/feature_data.h"

#include <initializer_list>
#include <map>
#include <string>
#include <vector>

namespace engine {

// The names of the arrays of a file of features, and to which fold each array belongs.

/// The arrays of one fold by their names in it: `text`, `labels`.
using FoldArrays = std::map<std::string, const TensorEntry*>;
using ArrayNames = std::initializer_list<const char*>;

/// In the order of `allModalities`.
extern const std::array<ArrayNames, allModalities.size()> kModalityNames;
extern const std::array<ArrayNames, allModalities.size()> kLengthNames;

/// The arrays of a file by fold.
struct FoldsOfArrays {
    std::map<std::string, FoldArrays> folds; ///< `train` → its arrays
    bool isTensors = false; ///< written by a recipe's run: padded with zeros, and without lengths
};

/// @param entries  must live as long as the result
/// @throws FormatError (`bad_features`) when there are no folds, or others than train, valid and test.
FoldsOfArrays foldsOfArrays(const std::string& file, const std::vector<TensorEntry>& entries);

/// The first of these names that the fold has; null when it has none of them.
const TensorEntry* find(const FoldArrays& arrays, ArrayNames names);

/// The texts of an array. @throws FormatError (`bad_features`) for text that is not UTF-8, which could not be
/// written into cards and tables.
std::vector<std::string> textsOf(const std::string& file, const TensorEntry& entry);

/// The extents as text: `48 × 20 × 300`.
std::string shapeText(const std::vector<std::size_t>& shape);

/// @throws FormatError (`bad_features`) always.
[[noreturn]] void refuseFeatures(const std::string& file, const std::string& place, const std::string& what);

}
