#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

namespace engine::test {

/// A disk below SQLite that fails on command: the process's default file system while it lives (one at a
/// time).
///
/// Operations are writes, truncations, syncs and removals of any file, counted from 0. A removal without a
/// sync of the folder may be undone by a loss of power.
class FaultyDisk {
public:
    enum class Fault {
        None,
        Error, ///< one operation fails (EIO)
        ShortWrite, ///< one write is done by half, and fails
        Full, ///< from then on every write fails (ENOSPC)
        PowerLoss ///< from then on nothing reaches the disk, and of what was not synced only a part did
    };

    FaultyDisk(Fault fault, std::size_t operation, unsigned seed = 0);
    FaultyDisk(const FaultyDisk&) = delete;
    FaultyDisk& operator=(const FaultyDisk&) = delete;
    ~FaultyDisk();

    /// Operations so far.
    std::size_t operations() const;
    /// Whether the fault has happened.
    bool hasFailed() const;

    /// Puts what a machine that lost its power would find into this folder, under the files' names: what was
    /// synced, and of the rest a random part.
    void recoverInto(const std::filesystem::path& folder) const;
};

}
