#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <mutex>
#include <span>
#include <vector>

namespace engine::hdf5 {

/// The bytes of a file in any order, read in blocks that are kept for a while: 256 KiB at most, whatever the
/// file's size (a mapping would count as the process's memory). Several threads may read.
class FileBytes {
public:
    explicit FileBytes(const std::filesystem::path& path);
    /// @param descriptor  of a file that is open, to be closed by this object; of -1 nothing can be read
    explicit FileBytes(int descriptor);
    FileBytes(FileBytes&& other) noexcept;
    FileBytes& operator=(FileBytes&&) = delete;
    ~FileBytes();

    std::uint64_t size() const { return m_size; }
    /// Fills `to` from `offset` on. @return whether all of it lies in the file and could be read.
    bool read(std::uint64_t offset, std::span<std::byte> to);

private:
    struct Block {
        std::mutex mutex; ///< guards number and bytes
        std::uint64_t number = ~std::uint64_t{0};
        std::vector<std::byte> bytes;
    };
    /// Fills `to` with bytes of block `number`, from `offset` in it on.
    bool readFromBlock(std::uint64_t number, std::size_t offset, std::span<std::byte> to);
    bool readDirectly(std::uint64_t offset, std::span<std::byte> to) const;

    int m_file = -1;
    std::uint64_t m_size = 0;
    std::vector<Block> m_blocks; ///< block n lies in place n modulo their number
};

}
