#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace app {

/// Notes of how the program ended unexpectedly, as files of a folder: `DATE-PROCESS.txt`, once a person was
/// told `DATE-PROCESS.told.txt`. Functions read the disk, so they are called by tasks.
class CrashNotes {
public:
    static constexpr std::size_t kMostKept = 10;

    explicit CrashNotes(std::filesystem::path folder) : m_folder(std::move(folder)) { }
    static std::filesystem::path usualFolder(); ///< `crashes` in the user's cache

    /// Whether there are notes of which nobody was told. From now on that was done. Of all notes, the
    /// youngest `kMostKept` are kept.
    bool tell() const;
    /// All notes, the youngest first.
    std::vector<std::filesystem::path> all() const;
    /// What they say, the youngest first, with their names.
    std::string text() const;
    void forget() const; ///< deletes all

private:
    std::filesystem::path m_folder;
};

}
