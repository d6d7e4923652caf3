#pragma once

#include <filesystem>
#include <optional>

namespace engine {

/// Why no file can be written into a folder.
struct FolderObstacle {
    enum class Kind {
        IsFile, ///< a file has the name of the folder, or of one above it
        NotWritable, ///< the folder, or the one that it would be made in, refuses new files
    };
    Kind kind = Kind::NotWritable;
    std::filesystem::path place; ///< the file or folder that is in the way
};

/// Looks whether files could be written into a folder that is there, or could be made. Nothing is written;
/// what a full disk or a quota says later is not known. It waits for the disk.
/// @return  absent: they can
std::optional<FolderObstacle> folderObstacle(const std::filesystem::path& folder);

}
