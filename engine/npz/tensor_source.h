#pragma once

#include "engine/core/feature_array.h"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace engine {

/// A named array of a file of tensors, which is read when it is wanted.
struct TensorEntry {
    std::string name; ///< `train/id`
    std::vector<std::size_t> shape;
    bool isText = false;
    bool isPacked = false; ///< single rows cannot be read alone: all before them are unpacked as well
    /// What a row takes in the file, in bytes; not known (0) of texts in HDF5.
    std::size_t rowBytes = 0;
    std::function<FeatureArray()> read;
    /// `count` rows from `first` on: fastest when the rows are asked for in their order.
    std::function<FeatureArray(std::size_t first, std::size_t count)> readRows;
};

/// The most elements that an array may have when its reader does not look for features.
inline constexpr std::size_t kMostTensorElements = std::size_t{8} << 20;

/// The arrays of a `.npz` or HDF5 file. HDF5 is best read in a process of its own: the library may crash on
/// damaged files.
/// @param mostElements  of an array; reading a larger array throws FormatError (`too_large`).
/// @throws IoError, FormatError (`data_invalid`; `pickle_refused` for a pickle, with what converts it).
std::vector<TensorEntry> tensorEntries(const std::filesystem::path& path,
                                       std::size_t mostElements = kMostTensorElements);

}
