#include "engine/sequences/hdf5/packed_chunks.h"

#include <algorithm>
#include <cstring>
#include <libdeflate.h>
#include <type_traits>

namespace engine::hdf5 {

namespace {

/// Undoes HDF5's shuffle: first bytes of all elements, then all second bytes, ….
void unshuffle(const std::byte* from, std::byte* to, std::size_t elements, std::size_t elementBytes)
{
    const auto weave = [&](auto width) {
        for (std::size_t i = 0; i < elements; ++i) {
            for (std::size_t byte = 0; byte < width; ++byte)
                to[i * width + byte] = from[byte * elements + i];
        }
    };
    if (elementBytes == 4)
        weave(std::integral_constant<std::size_t, 4>());
    else if (elementBytes == 8)
        weave(std::integral_constant<std::size_t, 8>());
    else
        weave(elementBytes);
}

/// Copies what of a chunk lies inside the dataset, axis by axis.
///
/// @param at         the chunk's first element
/// @param fromBytes  of the part of the chunk that has all axes from this one on; toBytes: the same of the
/// dataset
void place(const PackedChunks& layout, std::span<const std::size_t> at, std::size_t axis,
           const std::byte* from, std::size_t fromBytes, std::byte* to, std::size_t toBytes)
{
    const std::size_t count = std::min(layout.chunk[axis], layout.extents[axis] - at[axis]);
    const std::size_t fromStride = fromBytes / layout.chunk[axis];
    const std::size_t toStride = toBytes / layout.extents[axis];
    to += at[axis] * toStride;
    if (axis + 1 == at.size()) {
        std::memcpy(to, from, count * toStride);
        return;
    }
    for (std::size_t i = 0; i < count; ++i)
        place(layout, at, axis + 1, from + i * fromStride, fromStride, to + i * toStride, toStride);
}

/// Whether a chunk's bytes are one piece of the dataset, as they are when it has all columns.
bool isOnePiece(const PackedChunks& layout, std::span<const std::size_t> at)
{
    return at.front() + layout.chunk.front() <= layout.extents.front()
        && std::equal(layout.chunk.begin() + 1, layout.chunk.end(), layout.extents.begin() + 1);
}

}

std::size_t PackedChunks::mostPackedBytes() const
{
    return libdeflate_zlib_compress_bound(nullptr, chunkBytes) + chunkBytes / 512;
}

bool PackedChunks::advance(std::vector<std::size_t>& at) const
{
    for (std::size_t axis = at.size(); axis-- > 0;) {
        at[axis] += chunk[axis];
        if (at[axis] < extents[axis])
            return true;
        at[axis] = 0;
    }
    return false;
}

void ChunkUnpacker::FreeDecompressor::operator()(libdeflate_decompressor* decompressor) const
{
    libdeflate_free_decompressor(decompressor);
}

ChunkUnpacker::ChunkUnpacker(const PackedChunks& layout, std::span<std::byte> to)
    : m_layout(layout)
    , m_to(to)
    , m_decompressor(libdeflate_alloc_decompressor())
    , m_packed(new std::byte[layout.mostPackedBytes()])
    , m_unpacked(new std::byte[layout.chunkBytes])
    , m_shuffled(layout.shuffled ? new std::byte[layout.chunkBytes] : nullptr)
{
}

bool ChunkUnpacker::unpack(std::size_t packedBytes, std::span<const std::size_t> at)
{
    const bool onePiece = isOnePiece(m_layout, at);
    const std::size_t rowBytes = m_to.size() / m_layout.extents.front();
    std::byte* target = onePiece ? m_to.data() + at.front() * rowBytes : m_unpacked.get();
    std::byte* inflated = m_layout.shuffled ? m_shuffled.get() : target;
    if (libdeflate_zlib_decompress(m_decompressor.get(), m_packed.get(), packedBytes, inflated,
                                   m_layout.chunkBytes, nullptr)
        != LIBDEFLATE_SUCCESS)
        return false;
    if (m_layout.shuffled)
        unshuffle(inflated, target, m_layout.chunkBytes / m_layout.elementBytes, m_layout.elementBytes);
    if (!onePiece)
        place(m_layout, at, 0, target, m_layout.chunkBytes, m_to.data(), m_to.size());
    return true;
}

}
