#pragma once

#include "engine/core/feature_array.h"
#include "engine/core/pending_file.h"

#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

namespace engine {

/// A NumPy archive (`.npz`, arrays stored uncompressed) whose arrays grow by rows; numbers are not kept in
/// memory. Text is kept until the end, since its width must be known first.
class NpzWriter {
public:
    /// @param path  of the archive; its arrays lie beside it until it is closed
    explicit NpzWriter(std::filesystem::path path);

    /// A new array, N × extents, N growing from 0. Text arrays: bytes (`S`), or characters (`U`) when
    /// `characters`.
    void create(const std::string& name, ElementType type, std::vector<std::size_t> extents,
                bool characters = false);
    /// @throws IoError (`io`).
    void append(const std::string& name, const FeatureArray& rows);
    /// Writes the archive. @throws IoError (`io`).
    void close();

private:
    struct Array {
        ElementType type = ElementType::Float64;
        std::vector<std::size_t> extents; ///< of one row
        bool characters = false;
        std::size_t rows = 0;
        PendingFile file; ///< never committed: only part of the archive
        std::ofstream stream;
        std::vector<std::string> texts;
    };

    void finish(Array& array) const;

    std::filesystem::path m_path;
    std::map<std::string, Array> m_arrays;
};

}
