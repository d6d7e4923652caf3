#include "engine/sequences/hdf5/h5_chunks.h"

#include "engine/sequences/hdf5/h5_types.h"

#include <algorithm>
#include <cstring>
#include <libdeflate.h>
#include <memory>
#include <type_traits>

namespace engine::hdf5 {

namespace {

/// A larger chunk is odd, and left to the library.
constexpr std::size_t kMostChunkBytes = std::size_t{64} << 20;

using Bytes = std::unique_ptr<std::byte[]>; // not cleared, unlike a vector

struct FreeDecompressor {
    void operator()(libdeflate_decompressor* decompressor) const
    {
        libdeflate_free_decompressor(decompressor);
    }
};

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

/// The next chunk in row order. @return false behind the last.
bool advance(const PackedChunks& layout, std::vector<std::size_t>& at)
{
    for (std::size_t axis = at.size(); axis-- > 0;) {
        at[axis] += layout.chunk[axis];
        if (at[axis] < layout.extents[axis])
            return true;
        at[axis] = 0;
    }
    return false;
}

std::size_t mostPackedBytes(const PackedChunks& layout)
{
    return libdeflate_zlib_compress_bound(nullptr, layout.chunkBytes) + layout.chunkBytes / 512;
}

/// Whether a chunk's bytes are one piece of the dataset, as they are when it has all columns.
bool isOnePiece(const PackedChunks& layout, std::span<const std::size_t> at)
{
    return at.front() + layout.chunk.front() <= layout.extents.front()
        && std::equal(layout.chunk.begin() + 1, layout.chunk.end(), layout.extents.begin() + 1);
}

}

std::optional<PackedChunks> packedChunks(hid_t creation, std::span<const std::size_t> extents,
                                         std::size_t elementBytes)
{
    if (extents.empty() || H5Pget_layout(creation) != H5D_CHUNKED)
        return std::nullopt;
    PackedChunks layout{{extents.begin(), extents.end()}, {}, elementBytes, elementBytes, false};
    const int filters = H5Pget_nfilters(creation);
    for (int i = 0; i < filters; ++i) {
        unsigned flags = 0;
        std::size_t noValues = 0;
        const H5Z_filter_t filter = H5Pget_filter2(creation, static_cast<unsigned>(i), &flags, &noValues,
                                                   nullptr, 0, nullptr, nullptr);
        if (filter == H5Z_FILTER_SHUFFLE && i == 0 && filters == 2)
            layout.shuffled = true;
        else if (filter != H5Z_FILTER_DEFLATE || i + 1 < filters)
            return std::nullopt;
    }
    std::vector<hsize_t> chunk(extents.size());
    if (filters <= 0
        || H5Pget_chunk(creation, static_cast<int>(chunk.size()), chunk.data())
            != static_cast<int>(chunk.size()))
        return std::nullopt;
    layout.chunk.assign(chunk.begin(), chunk.end());
    for (const std::size_t extent : layout.chunk) {
        if (extent == 0 || layout.chunkBytes > kMostChunkBytes / extent)
            return std::nullopt;
        layout.chunkBytes *= extent;
    }
    return layout;
}

bool areChunksPlaced(hid_t dataset, const PackedChunks& layout)
{
    std::vector<std::size_t> at(layout.extents.size(), 0);
    std::vector<hsize_t> offset(at.size());
    do {
        std::copy(at.begin(), at.end(), offset.begin());
        hsize_t packedBytes = 0;
        if (H5Dget_chunk_storage_size(dataset, offset.data(), &packedBytes) < 0 || packedBytes == 0
            || packedBytes > mostPackedBytes(layout))
            return false;
    } while (advance(layout, at));
    return true;
}

ChunksRead readPackedChunks(hid_t dataset, const PackedChunks& layout, std::span<std::byte> to)
{
    if (to.empty())
        return ChunksRead::Whole;
    const std::unique_ptr<libdeflate_decompressor, FreeDecompressor> decompressor(
        libdeflate_alloc_decompressor());
    const Bytes packed(new std::byte[mostPackedBytes(layout)]);
    const Bytes unpacked(new std::byte[layout.chunkBytes]);
    const Bytes shuffled(layout.shuffled ? new std::byte[layout.chunkBytes] : nullptr);
    const std::size_t rowBytes = to.size() / layout.extents.front();
    std::vector<std::size_t> at(layout.extents.size(), 0);
    std::vector<hsize_t> offset(at.size());
    do {
        std::copy(at.begin(), at.end(), offset.begin());
        hsize_t packedBytes = 0;
        std::uint32_t skippedFilters = 0;
        if (H5Dget_chunk_storage_size(dataset, offset.data(), &packedBytes) < 0 || packedBytes == 0
            || packedBytes > mostPackedBytes(layout))
            return ChunksRead::Unusual;
        if (H5Dread_chunk(dataset, H5P_DEFAULT, offset.data(), &skippedFilters, packed.get()) < 0)
            return ChunksRead::Damaged;
        if (skippedFilters != 0)
            return ChunksRead::Unusual;

        const bool onePiece = isOnePiece(layout, at);
        std::byte* target = onePiece ? to.data() + at.front() * rowBytes : unpacked.get();
        std::byte* inflated = layout.shuffled ? shuffled.get() : target;
        if (libdeflate_zlib_decompress(decompressor.get(), packed.get(), packedBytes, inflated,
                                       layout.chunkBytes, nullptr)
            != LIBDEFLATE_SUCCESS)
            return ChunksRead::Damaged;
        if (layout.shuffled)
            unshuffle(inflated, target, layout.chunkBytes / layout.elementBytes, layout.elementBytes);
        if (!onePiece)
            place(layout, at, 0, target, layout.chunkBytes, to.data(), to.size());
    } while (advance(layout, at));
    return ChunksRead::Whole;
}

}
