#pragma once

#include "engine/core/feature_array.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace engine {

/// A NumPy archive (`.npz`), opened for reading; nothing in it is ever run. Of one thread.
///
/// Read are numbers, booleans, bytes (`S`) and characters (`U`), little endian, in C order. Arrays of Python
/// objects are pickles, and refused.
class NpzReader {
public:
    struct Array {
        std::string name; ///< without `.npy`
        std::string type; ///< as NumPy writes it: `<f4`
        std::vector<std::size_t> shape;
    };

    /// @throws IoError (`file_not_found`), FormatError (`data_invalid`) for what is no archive.
    explicit NpzReader(std::filesystem::path path);
    NpzReader(NpzReader&&) noexcept;
    NpzReader& operator=(NpzReader&&) noexcept;
    ~NpzReader();

    /// In the order of the archive; what is no array in it is left out.
    const std::vector<Array>& arrays() const;

    /// @param mostBytes  that it may have unpacked: an archive of a few kB can claim any number
    /// @throws FormatError (`data_invalid`, `too_large`).
    FeatureArray read(const Array& array, std::size_t mostBytes = std::size_t{64} << 20) const;
    /// `count` rows from `first` on, of the same trailing extents. Rows that follow those read last cost no
    /// more than themselves; a packed array is unpacked from its beginning for rows before these.
    /// @throws as read(), and `data_invalid` for rows that the array has not.
    FeatureArray readRows(const Array& array, std::size_t first, std::size_t count,
                          std::size_t mostBytes = std::size_t{64} << 20) const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}
