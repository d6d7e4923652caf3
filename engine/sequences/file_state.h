#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace engine {

/// Which file a thing in the cache was made of; another size or time makes it another one.
struct FileState {
    std::string path; ///< canonical
    std::uint64_t size = 0; ///< bytes
    std::int64_t modified = 0; ///< nanoseconds since 1970

    friend bool operator==(const FileState&, const FileState&) = default;
};

/// By whatever links a file is reached, it is the same. Absent where there is none.
std::optional<FileState> stateOf(const std::filesystem::path& file);

}
