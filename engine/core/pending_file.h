#pragma once

#include <filesystem>
#include <string>

namespace engine {

/// A file that is written beside its place and takes it only when it is complete.
///
/// The temporary name is unique, so that two programs may write the same file at once: the later one wins,
/// and nobody ever sees half a file. What was not committed is removed: at once, or when a process was
/// killed, by the next on this machine that writes the same file.
class PendingFile {
public:
    /// Chooses the temporary name, `TARGET.HOST.PROCESS.NUMBER.part`; nothing is created yet.
    explicit PendingFile(std::filesystem::path target);
    PendingFile(PendingFile&& other) noexcept;
    PendingFile& operator=(PendingFile&& other) noexcept;
    ~PendingFile();

    const std::filesystem::path& target() const { return m_target; }
    /// Where to write, in the folder of the target.
    const std::filesystem::path& temporary() const { return m_temporary; }
    /// Whether commit() waits until everything is on the disk. A cache, which can be made again and whose
    /// reader recognises a broken file, need not: thousands of small files would take minutes.
    enum class Sync { Now, NotForCaches };
    /// Gives the written file, which must be closed, its name, contents first: after a loss of power the name
    /// stands for the old file or for the whole new one. @throws IoError (`io`).
    void commit(Sync sync = Sync::Now);

private:
    std::filesystem::path m_target;
    std::filesystem::path m_temporary; ///< empty: committed, or moved away
};

/// The name that a temporary file of PendingFile is going to have, for messages; any other path as it is.
std::string targetName(const std::filesystem::path& path);

}
