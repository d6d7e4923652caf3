#include "engine/core/file_lock.h"

#include "engine/core/error.h"
#include "engine/core/host_name.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace engine {

namespace {

/// `1234 on host`, as who holds the lock wrote it.
std::string holderOf(int descriptor)
{
    std::array<char, 256> text{};
    const ssize_t length = pread(descriptor, text.data(), text.size(), 0);
    return length > 0 ? std::string(text.data(), static_cast<std::size_t>(length)) : std::string("unknown");
}

void writeHolder(int descriptor)
{
    const std::string text = std::to_string(getpid()) + " on " + hostName();
    // for people only: a lock is a lock without it
    [[maybe_unused]] const int cut = ftruncate(descriptor, 0);
    [[maybe_unused]] const ssize_t written = pwrite(descriptor, text.data(), text.size(), 0);
}

}

bool isStillCalled(const std::filesystem::path& file, int descriptor)
{
    struct stat open = {}, named = {};
    return fstat(descriptor, &open) == 0 && stat(file.c_str(), &named) == 0 && open.st_ino == named.st_ino
        && open.st_dev == named.st_dev;
}

FileLock::FileLock(std::filesystem::path file, const std::filesystem::path& place) : m_file(std::move(file))
{
    for (;;) {
        m_descriptor = open(m_file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
        if (m_descriptor < 0)
            throw IoError("io", m_file.string(), std::string("cannot be made: ") + std::strerror(errno));
        const bool isTaken = flock(m_descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
        if (isTaken) {
            const std::string holder = holderOf(m_descriptor);
            close(m_descriptor);
            throw IoError("in_use", place.string(),
                          "process " + holder + " writes here; wait until it ends, or choose another place");
        }
        if (isStillCalled(m_file, m_descriptor))
            break;
        close(m_descriptor);
    }
    writeHolder(m_descriptor);
}

FileLock::~FileLock()
{
    std::error_code ignored; // what cannot be removed is used by the next
    std::filesystem::remove(m_file, ignored); // first: whoever waits for this one must not get it
    close(m_descriptor);
}

}
