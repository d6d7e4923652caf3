#pragma once

#include <filesystem>

namespace engine {

/// Whether `file` still names the open file: the process that held its lock before may have removed or
/// renamed it between our opening and our locking.
bool isStillCalled(const std::filesystem::path& file, int descriptor);

/// Lets one process at a time work in a place: a small file there is locked for as long as this object lives.
/// The system releases the lock when the process ends, in whatever way it ends; a file that is left behind
/// then keeps nobody out.
class FileLock {
public:
    /// @param file  the file to lock, made if need be; it holds the process's number.
    /// @param place  the place that messages name.
    /// @throws IoError (`in_use`) naming place and process when another has it; (`io`) when the file cannot
    /// be made. File systems without locks keep nobody out.
    FileLock(std::filesystem::path file, const std::filesystem::path& place);
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;
    /// Removes the file.
    ~FileLock();

private:
    std::filesystem::path m_file;
    int m_descriptor = -1;
};

}
