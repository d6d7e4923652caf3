#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

namespace engine {

/// Where the bytes of what a path names lie: a whole file, or a part of an uncompressed tar archive.
struct StoredBytes {
    std::filesystem::path file; ///< that is opened
    std::uint64_t begin = 0; ///< bytes in front, in that file
    std::uint64_t size = 0; ///< bytes
    bool isPart = false; ///< of an archive
    friend bool operator==(const StoredBytes&, const StoredBytes&) = default;
};

/// Where the bytes of `clip.mp4`, or of `shards/0001.tar/clip.mp4`, lie.
/// @throws IoError (`file_not_found`) where there is no such file, or the archive has no such one; as
/// readTar().
StoredBytes storedBytes(const std::filesystem::path& path);

/// The same; absent where there is nothing, or nothing that can be read.
std::optional<StoredBytes> storedBytesIfAny(const std::filesystem::path& path);

}
