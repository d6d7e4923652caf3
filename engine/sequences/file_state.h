#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace engine {

/// Which file, in which state, something in the cache was made from; with another size or time it counts as
/// another file.
struct FileState {
    std::string path; ///< canonical
    std::uint64_t size = 0; ///< bytes
    std::int64_t modified = 0; ///< nanoseconds since 1970

    friend bool operator==(const FileState&, const FileState&) = default;
};

/// The state of a file; the same for every link that leads to it. Absent when there is no such file.
std::optional<FileState> stateOf(const std::filesystem::path& file);

}
