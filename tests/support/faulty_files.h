#pragma once

#include <cstddef>
#include <filesystem>

namespace engine::test {

/// A disk below plain files that fails on command: it stands between this program and the C library for one
/// folder while it lives (one at a time). What SQLite writes has FaultyDisk.
///
/// Operations are writes, truncations, syncs and renames of files in the folder, counted from 0. (What the C
/// library's own streams write is not seen, their files' syncs and renames are.)
class FaultyFiles {
public:
    enum class Fault {
        None,
        Error, ///< one operation fails (EIO)
        Full, ///< from then on every write fails (ENOSPC)
        PowerLoss ///< from then on nothing reaches the disk, and of what was not synced only a part did
    };

    /// What lies in the folder now is safe.
    FaultyFiles(const std::filesystem::path& folder, Fault fault, std::size_t operation, unsigned seed = 0);
    FaultyFiles(const FaultyFiles&) = delete;
    FaultyFiles& operator=(const FaultyFiles&) = delete;
    ~FaultyFiles();

    /// Operations so far.
    std::size_t operations() const;
    /// Whether the fault has happened.
    bool hasFailed() const;

    /// Puts what a machine that lost its power would find into this folder: files with what was synced, or a
    /// random part of what was not; renames since the folder was synced last happened or not, by chance.
    void recoverInto(const std::filesystem::path& folder) const;
};

}
