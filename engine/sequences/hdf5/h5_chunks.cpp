#include "engine/sequences/hdf5/h5_chunks.h"

#include "engine/sequences/hdf5/h5_types.h"

#include <algorithm>

namespace engine::hdf5 {

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
            || packedBytes > layout.mostPackedBytes())
            return false;
    } while (layout.advance(at));
    return true;
}

ChunksRead readPackedChunks(hid_t dataset, const PackedChunks& layout, std::span<std::byte> to)
{
    if (to.empty())
        return ChunksRead::Whole;
    ChunkUnpacker unpacker(layout, to);
    std::vector<std::size_t> at(layout.extents.size(), 0);
    std::vector<hsize_t> offset(at.size());
    do {
        std::copy(at.begin(), at.end(), offset.begin());
        hsize_t packedBytes = 0;
        std::uint32_t skippedFilters = 0;
        if (H5Dget_chunk_storage_size(dataset, offset.data(), &packedBytes) < 0 || packedBytes == 0
            || packedBytes > unpacker.packed().size())
            return ChunksRead::Unusual;
        if (H5Dread_chunk(dataset, H5P_DEFAULT, offset.data(), &skippedFilters, unpacker.packed().data()) < 0)
            return ChunksRead::Damaged;
        if (skippedFilters != 0)
            return ChunksRead::Unusual;
        if (!unpacker.unpack(packedBytes, at))
            return ChunksRead::Damaged;
    } while (layout.advance(at));
    return ChunksRead::Whole;
}

}
