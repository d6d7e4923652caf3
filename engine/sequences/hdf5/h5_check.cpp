#include "engine/core/error.h"
#include "engine/sequences/hdf5/h5_chunks.h"
#include "engine/sequences/hdf5/h5_file.h"
#include "engine/sequences/hdf5/h5_filter_parameters.h"
#include "engine/sequences/hdf5/h5_lzf.h"
#include "engine/sequences/hdf5/h5_types.h"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>

namespace engine::hdf5 {

namespace {

/// What a dataset may take in memory whatever is stored of it: chunks that were never written read as zeros.
constexpr std::uint64_t kFreeBytes = std::uint64_t{32} << 20;
/// More than deflate, the densest of the usual filters, makes of a byte (1032).
constexpr std::uint64_t kMostExpansion = 1100;
/// What is read at once only to see whether it can be read.
constexpr std::uint64_t kCheckedBytes = std::uint64_t{32} << 20;
/// HDF5 counts the bytes of a chunk in 32 bits.
constexpr std::uint64_t kMostCounted = std::numeric_limits<std::uint32_t>::max();

std::size_t product(const std::vector<std::size_t>& extents)
{
    return std::accumulate(extents.begin(), extents.end(), std::size_t{1}, std::multiplies<>());
}

/// What an element takes in memory.
std::size_t memoryBytes(hid_t dataset, ElementType type)
{
    if (!isText(type))
        return H5Tget_size(memoryType(type));
    const Handle stored(H5Dget_type(dataset));
    return sizeof(std::string) + H5Tget_size(stored.id());
}

}

void Dataset::checkFilters(std::int64_t creation) const
{
    const int filters = H5Pget_nfilters(creation);
    const std::size_t elementBytes = H5Tget_size(Handle(H5Dget_type(m_handle.id())).id());
    for (int i = 0; i < filters; ++i) {
        unsigned flags = 0;
        std::size_t parameters = 0;
        char name[64] = "";
        const H5Z_filter_t filter = H5Pget_filter2(creation, static_cast<unsigned>(i), &flags, &parameters,
                                                   nullptr, sizeof name, name, nullptr);
        const bool isKnown = (filter >= 0 && filter <= H5Z_FILTER_SCALEOFFSET) || filter == kLzfFilter;
        if (!isKnown || H5Zfilter_avail(filter) <= 0)
            throw FormatError("data_invalid", m_path,
                              m_place + " is packed with the filter '" + name + "' (number "
                                  + std::to_string(filter) + "), which this program cannot unpack");
        if (!areFilterParametersSound(creation, static_cast<unsigned>(i), elementBytes))
            throw FormatError("data_invalid", m_path,
                              m_place + " is packed with the filter '" + name
                                  + "', whose parameters do not fit it");
    }
}

void Dataset::checkClaim(std::int64_t creation, std::uintmax_t fileBytes) const
{
    const std::uint64_t elementBytes = memoryBytes(m_handle.id(), m_shape.type);
    const std::uint64_t claimed = product(m_shape.extents) * elementBytes;
    if (claimed > kFreeBytes) { // else what is stored is not worth looking up, chunk by chunk
        const std::uint64_t stored = std::min<std::uint64_t>(H5Dget_storage_size(m_handle.id()), fileBytes);
        if (claimed / kMostExpansion > stored)
            throw FormatError("data_invalid", m_path,
                              m_place + " claims " + std::to_string(claimed >> 20) + " MiB, but "
                                  + std::to_string(stored) + " bytes of it are stored");
    }
    std::array<hsize_t, H5S_MAX_RANK> chunk{};
    const int rank = creation != H5P_DEFAULT && H5Pget_layout(creation) == H5D_CHUNKED
        ? H5Pget_chunk(creation, static_cast<int>(chunk.size()), chunk.data())
        : 0;
    const std::uint64_t mostBytes = std::min(std::max(claimed, kFreeBytes), kMostCounted);
    std::uint64_t chunkBytes = elementBytes;
    for (int axis = 0; axis < rank; ++axis) {
        if (chunk[axis] != 0 && chunkBytes > mostBytes / chunk[axis])
            throw FormatError("data_invalid", m_path,
                              m_place + " has chunks that are larger than it is, or than 4 GiB");
        chunkBytes *= chunk[axis];
    }
}

void Dataset::checkContiguous(std::uintmax_t fileBytes) const
{
    const haddr_t first = H5Dget_offset(m_handle.id());
    const hsize_t stored = H5Dget_storage_size(m_handle.id());
    if (first != HADDR_UNDEF && (first > fileBytes || stored > fileBytes - first))
        throw FormatError("data_invalid", m_path,
                          m_place + " is cut off: its data lies behind the end of the file");
}

void Dataset::readAllOnce() const
{
    const std::vector<std::size_t>& extents = m_shape.extents;
    const std::uint64_t bytes = product(extents) * memoryBytes(m_handle.id(), m_shape.type);
    if (bytes <= kCheckedBytes || extents.empty()) {
        read();
        return;
    }
    const auto rowBytes = bytes / extents.front();
    const auto rows = static_cast<std::size_t>(std::max<std::uint64_t>(1, kCheckedBytes / rowBytes));
    for (std::size_t first = 0; first < extents.front(); first += rows)
        readRows(first, std::min(rows, extents.front() - first));
}

void Dataset::checkStorage(std::uintmax_t fileBytes) const
{
    silence();
    if (m_isStoredAsInMemory && H5Dget_offset(m_handle.id()) != HADDR_UNDEF) { // contiguous, in this file
        checkContiguous(fileBytes);
        checkClaim(H5P_DEFAULT, fileBytes);
        return;
    }
    const Handle creation(H5Dget_create_plist(m_handle.id()));
    const H5D_layout_t layout = H5Pget_layout(creation.id());
    if (H5Pget_external_count(creation.id()) > 0 || layout == H5D_VIRTUAL)
        throw FormatError("data_invalid", m_path,
                          m_place + " keeps its data in another file, which is not followed");
    checkFilters(creation.id());
    checkClaim(creation.id(), fileBytes);
    if (layout == H5D_CONTIGUOUS)
        checkContiguous(fileBytes);
    if (m_isStoredAsInMemory && layout == H5D_CHUNKED && product(m_shape.extents) > 0) {
        const auto packed
            = packedChunks(creation.id(), m_shape.extents, H5Tget_size(memoryType(m_shape.type)));
        if (packed && areChunksPlaced(m_handle.id(), *packed))
            return;
    }
    try {
        readAllOnce();
    } catch (const IoError&) { // it fails without harm
    }
}

}
