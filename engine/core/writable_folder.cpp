#include "engine/core/writable_folder.h"

#include <fcntl.h>
#include <unistd.h>

namespace engine {

std::optional<FolderObstacle> folderObstacle(const std::filesystem::path& folder)
{
    std::error_code error;
    std::filesystem::path place = std::filesystem::absolute(folder, error).lexically_normal();
    while (!std::filesystem::exists(place, error) && place.has_relative_path())
        place = place.parent_path();
    if (!std::filesystem::is_directory(place, error))
        return FolderObstacle{FolderObstacle::Kind::IsFile, place};
    if (::faccessat(AT_FDCWD, place.c_str(), W_OK | X_OK, AT_EACCESS) != 0)
        return FolderObstacle{FolderObstacle::Kind::NotWritable, place};
    return std::nullopt;
}

}
