#pragma once

#include "engine/core/error.h"
#include "engine/core/feature_array.h"

#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <vector>

/// NumPy's arrays (`.npy`), alone or in an archive; no code in them is ever run. Numbers, booleans, bytes
/// (`S`) and characters (`U`) are read, little endian; halves (`f2`) become singles. Arrays of Python objects
/// are pickles and are refused.
namespace engine {

/// What messages call an array.
struct NpyName {
    std::string file;
    std::string array; ///< in an archive; empty: the file is the array
    FormatError error(const std::string& what) const; ///< (`data_invalid`)
};

struct NpyHeader {
    std::string type; ///< as NumPy writes it: `<f4`
    std::vector<std::size_t> shape;
    bool isByColumns = false; ///< of two axes and more: stored column by column (Fortran order)
    std::size_t bytes = 0; ///< before the first element
    std::size_t rowBytes = 0; ///< of one row; 0 for a type that is not read
};

/// Gives the next bytes, fewer where there are no more.
using NextBytes = std::function<std::string(std::size_t)>;

/// @throws FormatError (`data_invalid`).
NpyHeader readNpyHeader(const NpyName& name, const NextBytes& next);

/// Where rows of an array lie behind its header.
struct NpyRows {
    std::size_t begin = 0;
    std::size_t bytes = 0;
};

/// @param shape  of the whole array. @param mostBytes  a header of a few bytes can claim any size
/// @throws FormatError (`data_invalid`) for rows that the array does not have, and types that are not read;
/// (`too_large`).
NpyRows npyRows(const NpyName& name, const std::string& type, std::span<const std::size_t> shape,
                std::size_t first, std::size_t count, std::size_t mostBytes);

/// What npyRows() has found. @param shape  of these rows. @throws FormatError (`data_invalid`).
FeatureArray npyArray(const NpyName& name, const std::string& type, std::vector<std::size_t> shape,
                      const std::string& bytes);

/// The header of a file. @throws IoError (`file_not_found`, `io`), FormatError (`data_invalid`).
NpyHeader readNpyHeader(const std::filesystem::path& path);

/// A whole file, row by row however it is stored. @throws as above, FormatError (`too_large`).
FeatureArray readNpy(const std::filesystem::path& path, std::size_t mostBytes);

}
