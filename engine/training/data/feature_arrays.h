#pragma once

#include "engine/npz/tensor_source.h"
#include "engine/training/data/feature_data.h"

#include <initializer_list>
#include <map>
#include <string>
#include <vector>

namespace engine {

// How the arrays of a file of features are named, and which fold they are of.

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

/// @param entries  must live as long as what is returned
/// @throws FormatError (`bad_features`) when there are no folds, or more than train, valid and test.
FoldsOfArrays foldsOfArrays(const std::string& file, const std::vector<TensorEntry>& entries);

/// The first of these names that the fold has; null when it has none of them.
const TensorEntry* find(const FoldArrays& arrays, ArrayNames names);

/// The texts of an array. @throws FormatError (`bad_features`) for what is no UTF-8: it could be written into
/// no card and no table.
std::vector<std::string> textsOf(const std::string& file, const TensorEntry& entry);

/// `48 × 20 × 300`
std::string shapeText(const std::vector<std::size_t>& shape);

/// @throws FormatError (`bad_features`) always.
[[noreturn]] void refuseFeatures(const std::string& file, const std::string& place, const std::string& what);

}
