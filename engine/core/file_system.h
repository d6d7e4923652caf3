#pragma once

#include <filesystem>
#include <string>

namespace engine {

/// What kind of file system holds a folder.
struct FileSystemKind {
    std::string name; ///< `nfs`, `smb`, `fuse`, …; empty: one of this machine
    /// Whether another machine may write the same files, so that neither shared memory nor locks can be
    /// relied on.
    bool isShared() const { return !name.empty(); }
    friend bool operator==(const FileSystemKind&, const FileSystemKind&) = default;
};

/// The kind with this number, the `f_type` of statfs(2). What is not known counts as one of this machine.
FileSystemKind fileSystemKind(unsigned long number);

/// The kind that holds a file or folder; of a path that does not exist, that of the nearest folder that does.
/// A disk of this machine that FUSE serves (`fuseblk`: NTFS, exFAT) is one of this machine. What cannot be
/// asked counts as one of this machine, too.
FileSystemKind fileSystemAt(const std::filesystem::path& path);

}
