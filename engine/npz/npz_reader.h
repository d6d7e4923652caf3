#pragma once

#include "engine/core/feature_array.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace engine {

/// A NumPy archive (`.npz`), opened for reading; no code in it is ever run. Use it on one thread only.
///
/// It reads numbers, booleans, bytes (`S`) and characters (`U`), little endian, in C order. Arrays of Python
/// objects are pickles and are refused.
class NpzReader {
public:
    struct Array {
        std::string name; ///< without `.npy`
        std::string type; ///< as NumPy writes it: `<f4`
        std::vector<std::size_t> shape;
        std::size_t rowBytes = 0; ///< of one row, unpacked; 0 for a type that is not read
        bool isPacked = false; ///< rows can only be unpacked one after the other (`savez_compressed`)
    };

    /// @param path  of a file, or of one in an uncompressed tar archive (`0001.tar/a.npz`), read in place
    /// @throws IoError (`file_not_found`), FormatError (`data_invalid`) when the file is not an archive.
    explicit NpzReader(std::filesystem::path path);
    NpzReader(NpzReader&&) noexcept;
    NpzReader& operator=(NpzReader&&) noexcept;
    ~NpzReader();

    /// The arrays in the order of the archive; other files in it are left out.
    const std::vector<Array>& arrays() const;

    /// @param mostBytes  the largest size of the unpacked array: an archive of a few kB can claim any size
    /// @throws FormatError (`data_invalid`, `too_large`).
    FeatureArray read(const Array& array, std::size_t mostBytes = std::size_t{64} << 20) const;
    /// `count` rows from `first` on, of the same trailing extents. Of an array that is not packed, only these
    /// are read. Of a packed one, reading on from the last rows costs only the new rows; to read earlier
    /// rows, it is unpacked from its beginning again.
    /// @throws as read(), and `data_invalid` for rows that the array does not have.
    FeatureArray readRows(const Array& array, std::size_t first, std::size_t count,
                          std::size_t mostBytes = std::size_t{64} << 20) const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}
