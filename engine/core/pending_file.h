#pragma once

#include <filesystem>
#include <string>

namespace engine {

/// A file that is written beside its place and takes it only when it is complete.
///
/// The temporary name is unique, so that two programs may write the same file at once: the later one wins,
/// and nobody ever sees half a file. A temporary file that was not committed is removed: by the destructor,
/// or, when the process was killed, by the next process on this machine that writes the same file.
class PendingFile {
public:
    /// Chooses the temporary name, `TARGET.HOST.PROCESS.NUMBER.part`; nothing is created yet.
    /// @throws IoError (`io`) for a target that is there and is no file, nor a link to one: a folder, a pipe and
    /// a device cannot be replaced by a file.
    explicit PendingFile(std::filesystem::path target);
    PendingFile(PendingFile&& other) noexcept;
    PendingFile& operator=(PendingFile&& other) noexcept;
    ~PendingFile();

    const std::filesystem::path& target() const { return m_target; }
    /// Where to write, in the folder of the target.
    const std::filesystem::path& temporary() const { return m_temporary; }
    /// Whether commit() waits until everything is on the disk. A cache need not: it can be made again, and
    /// its reader recognises a broken file. Syncing thousands of small files would take minutes.
    enum class Sync { Now, NotForCaches };
    /// Renames the written file, which must be closed, to the target's name. With Sync::Now its contents
    /// reach the disk first: after a loss of power the name stands for the old file or for the whole new one.
    /// @throws IoError (`io`).
    void commit(Sync sync = Sync::Now);

private:
    std::filesystem::path m_target;
    std::filesystem::path m_temporary; ///< empty: committed, or moved away
};

/// For messages: the target's name when `path` is a temporary file of PendingFile; any other path as it is.
std::string targetName(const std::filesystem::path& path);

}
