#pragma once

#include <QLockFile>
#include <QString>

#include <atomic>
#include <filesystem>
#include <memory>

namespace app {

/// The lock of a project, `PROJECT.lock`, which names process, program and machine: only who holds it writes
/// the project. It does not rely on the file system's own locks, which need not hold between machines: the
/// file is there, or not.
class ProjectLock {
public:
    explicit ProjectLock(const std::filesystem::path& project);
    ProjectLock(const ProjectLock&) = delete;
    ProjectLock& operator=(const ProjectLock&) = delete;
    /// Unlocks.
    ~ProjectLock();

    /// Takes it; one that a dead process of this machine left is taken over. @return whether it is held now
    bool tryLock();
    QLockFile::LockError error() const { return m_file->error(); }
    /// Removes it when another machine holds it.
    void removeOfElsewhere();

    bool isElsewhere() const; ///< whether another machine holds it
    QString holder() const; ///< who holds it, where, since when

    /// Whether the file still is the one that tryLock() made, asked anew of the file system: another machine
    /// may have taken it over. Can be asked on any thread.
    bool isOurs() const;
    /// Removes the file, when it is ours; the lock cannot be taken again. Can be done on any thread, by one
    /// at a time.
    void unlock();

private:
    std::unique_ptr<QLockFile> m_file; ///< null: it was taken over
    std::atomic<bool> m_isHeld = false;
};

}
