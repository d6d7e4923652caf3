#include "engine/sequences/hdf5/file_bytes.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace engine::hdf5 {

namespace {

constexpr std::size_t kBlockBytes = std::size_t{16} << 10;
constexpr std::size_t kBlocks = 16;

}

FileBytes::FileBytes(const std::filesystem::path& path) : FileBytes(open(path.c_str(), O_RDONLY | O_CLOEXEC))
{
}

FileBytes::FileBytes(int descriptor) : m_file(descriptor), m_blocks(kBlocks)
{
    struct stat state { };
    if (m_file >= 0 && fstat(m_file, &state) == 0)
        m_size = static_cast<std::uint64_t>(state.st_size);
}

FileBytes::FileBytes(FileBytes&& other) noexcept
    : m_file(std::exchange(other.m_file, -1))
    , m_size(other.m_size)
    , m_blocks(std::move(other.m_blocks))
{
}

FileBytes::~FileBytes()
{
    if (m_file >= 0)
        close(m_file);
}

bool FileBytes::readDirectly(std::uint64_t offset, std::span<std::byte> to) const
{
    for (std::size_t done = 0; done < to.size();) {
        const ssize_t got
            = pread(m_file, to.data() + done, to.size() - done, static_cast<off_t>(offset + done));
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        done += static_cast<std::size_t>(got);
    }
    return true;
}

bool FileBytes::readFromBlock(std::uint64_t number, std::size_t offset, std::span<std::byte> to)
{
    Block& block = m_blocks[number % kBlocks];
    const std::lock_guard lock(block.mutex);
    if (block.number != number) {
        const std::uint64_t begin = number * kBlockBytes;
        block.number = ~std::uint64_t{0};
        block.bytes.resize(static_cast<std::size_t>(std::min<std::uint64_t>(kBlockBytes, m_size - begin)));
        if (!readDirectly(begin, block.bytes))
            return false;
        block.number = number;
    }
    std::memcpy(to.data(), block.bytes.data() + offset, to.size());
    return true;
}

bool FileBytes::read(std::uint64_t offset, std::span<std::byte> to)
{
    if (offset > m_size || to.size() > m_size - offset)
        return false;
    if (to.size() > kBlockBytes)
        return readDirectly(offset, to);
    while (!to.empty()) {
        const auto skipped = static_cast<std::size_t>(offset % kBlockBytes);
        const std::size_t count = std::min(to.size(), kBlockBytes - skipped);
        if (!readFromBlock(offset / kBlockBytes, skipped, to.first(count)))
            return false;
        to = to.subspan(count);
        offset += count;
    }
    return true;
}

}
