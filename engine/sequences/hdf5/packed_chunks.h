#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

struct libdeflate_decompressor;

namespace engine::hdf5 {

/// How a dataset lies in a file that is in chunks packed with gzip.
struct PackedChunks {
    std::vector<std::size_t> extents; ///< of the dataset
    std::vector<std::size_t> chunk; ///< extents of one chunk
    std::size_t elementBytes = 0;
    std::size_t chunkBytes = 0; ///< when unpacked
    bool shuffled = false;

    /// What a chunk has at most when packed.
    std::size_t mostPackedBytes() const;
    /// From a chunk's first element to that of the next, in row order. @return false behind the last.
    bool advance(std::vector<std::size_t>& at) const;
};

/// A chunk of more bytes is odd, and left to the library.
inline constexpr std::size_t kMostChunkBytes = std::size_t{64} << 20;

/// Unpacks the chunks of a dataset, one after the other, into the place of all its elements.
class ChunkUnpacker {
public:
    /// @param layout  must outlive this, as must the bytes of `to`, which are not empty.
    ChunkUnpacker(const PackedChunks& layout, std::span<std::byte> to);

    /// Room for the bytes of one packed chunk.
    std::span<std::byte> packed() const { return {m_packed.get(), m_layout.mostPackedBytes()}; }
    /// Unpacks the first bytes of packed().
    /// @param at  the chunk's first element
    /// @return whether they were a whole chunk
    bool unpack(std::size_t packedBytes, std::span<const std::size_t> at);

private:
    using Bytes = std::unique_ptr<std::byte[]>; // not cleared, unlike a vector
    struct FreeDecompressor {
        void operator()(libdeflate_decompressor* decompressor) const;
    };

    const PackedChunks& m_layout;
    std::span<std::byte> m_to;
    std::unique_ptr<libdeflate_decompressor, FreeDecompressor> m_decompressor;
    Bytes m_packed;
    Bytes m_unpacked;
    Bytes m_shuffled;
};

}
