#include "engine/core/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace engine {

MappedFile::MappedFile(const std::filesystem::path& path, Pages pages)
{
    const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    struct stat state { };
    if (file >= 0 && fstat(file, &state) == 0 && state.st_size > 0) {
        const auto size = static_cast<std::size_t>(state.st_size);
        const int populate = pages == Pages::AllAtOnce ? MAP_POPULATE : 0;
        void* bytes = mmap(nullptr, size, PROT_READ, MAP_PRIVATE | populate, file, 0);
        if (bytes != MAP_FAILED) {
            m_bytes = static_cast<const char*>(bytes);
            m_size = size;
        }
    }
    if (file >= 0)
        close(file);
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : m_bytes(std::exchange(other.m_bytes, nullptr))
    , m_size(std::exchange(other.m_size, 0))
{
}

MappedFile::~MappedFile()
{
    if (m_bytes)
        munmap(const_cast<char*>(m_bytes), m_size);
}

}
