#include "engine/sequences/file_state.h"

#include <sys/stat.h>

namespace engine {

std::optional<FileState> stateOf(const std::filesystem::path& file)
{
    std::error_code error;
    const std::filesystem::path path = std::filesystem::canonical(file, error);
    struct stat status { };
    if (stat(path.c_str(), &status) != 0)
        return std::nullopt;
    constexpr std::int64_t nanoseconds = 1'000'000'000;
    return FileState{path.string(), static_cast<std::uint64_t>(status.st_size),
                     status.st_mtim.tv_sec * nanoseconds + status.st_mtim.tv_nsec};
}

}
