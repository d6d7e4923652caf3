#include "engine/core/disk_sync.h"

#include "engine/core/error.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <unistd.h>

namespace engine {

namespace {

/// Opens what is to be synced, and closes it again.
class SyncDescriptor {
public:
    explicit SyncDescriptor(const std::filesystem::path& path)
        : m_descriptor(open(path.c_str(), O_RDONLY | O_CLOEXEC))
    {
    }
    SyncDescriptor(const SyncDescriptor&) = delete;
    SyncDescriptor& operator=(const SyncDescriptor&) = delete;
    ~SyncDescriptor()
    {
        if (m_descriptor >= 0)
            close(m_descriptor);
    }

    bool isOpen() const { return m_descriptor >= 0; }
    /// @return 0, or the number of the error.
    int sync() const
    {
        int result = 0;
        do
            result = fsync(m_descriptor) == 0 ? 0 : errno;
        while (result == EINTR);
        return result;
    }

private:
    int m_descriptor;
};

[[noreturn]] void refuse(const std::filesystem::path& target, int error)
{
    throw IoError("io", target.string(), std::string("cannot be written: ") + std::strerror(error));
}

}

void syncFile(const std::filesystem::path& file, const std::filesystem::path& target)
{
    const SyncDescriptor descriptor(file);
    if (!descriptor.isOpen())
        refuse(target, errno);
    const int error = descriptor.sync();
    if (error != 0 && error != EINVAL) // EINVAL: the file system has nothing to sync
        refuse(target, error);
}

void syncFolderOf(const std::filesystem::path& file)
{
    const SyncDescriptor descriptor(file.has_parent_path() ? file.parent_path() : std::filesystem::path("."));
    if (!descriptor.isOpen())
        return;
    const int error = descriptor.sync();
    if (error != 0 && error != EINVAL && error != ENOTSUP)
        refuse(file, error);
}

}
