#pragma once

#include <filesystem>

namespace engine {

/// Whether the name still stands for the open file: who held its lock before may have removed or renamed it
/// between opening and locking.
bool isStillCalled(const std::filesystem::path& file, int descriptor);

/// A place that one process works in at a time: a small file in it, locked for as long as this
/// lives. The system lets go of it when the process ends, however that comes; a file that was left behind
/// then keeps nobody out.
class FileLock {
public:
    /// @param file  that is locked, made if need be; it holds the process's number.
    /// @param place  what it stands for, in messages.
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
