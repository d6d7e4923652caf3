#include "engine/sequences/hdf5/h5_filter_parameters.h"

#include <hdf5.h>

#include <algorithm>
#include <array>
#include <limits>

namespace engine::hdf5 {

namespace {

constexpr std::uint64_t kMost32 = std::numeric_limits<std::uint32_t>::max();

/// How many elements a chunk has; 0 where there are no chunks, or more than 32 bits can say.
std::uint64_t chunkElements(hid_t creation)
{
    std::array<hsize_t, H5S_MAX_RANK> chunk{};
    const int rank = H5Pget_chunk(creation, static_cast<int>(chunk.size()), chunk.data());
    std::uint64_t elements = rank > 0 ? 1 : 0;
    for (int axis = 0; axis < rank; ++axis) {
        if (chunk[axis] > kMost32)
            return 0;
        elements *= chunk[axis];
        if (elements > kMost32)
            return 0;
    }
    return elements;
}

/// The parameters of a filter in the order in which HDF5 writes them.
class FilterParameters {
public:
    FilterParameters(hid_t creation, unsigned index) : m_count(m_values.size())
    {
        unsigned flags = 0;
        m_filter = H5Pget_filter2(creation, index, &flags, &m_count, m_values.data(), 0, nullptr, nullptr);
    }

    /// Whether they are those of a dataset whose chunks have so many elements of that size.
    bool areSound(std::uint64_t elements, std::size_t elementBytes) const
    {
        switch (m_filter) {
        case H5Z_FILTER_NBIT:
            return isNbit() && (isUnpacked() || (repeat(elements, elementBytes) && areOfNumbers()));
        case H5Z_FILTER_SCALEOFFSET:
            return m_count == m_values.size() && repeat(elements, elementBytes);
        case H5Z_FILTER_SZIP:
            return m_count == 4 && isSzip(m_values[1], m_values[2], m_values[3]);
        default:
            return true;
        }
    }

private:
    bool isNbit() const { return m_count > 1 && m_count <= m_values.size() && m_values[0] == m_count; }
    bool isUnpacked() const { return m_values[1] != 0; }
    bool repeat(std::uint64_t elements, std::size_t elementBytes) const
    {
        return m_values[2] == elements && m_values[4] == elementBytes
            && elementBytes <= kMost32 / std::max<std::uint64_t>(elements, 1);
    }
    /// One element is one number, whose bits lie within the element: arrays and records say more, and no
    /// dataset here has them.
    bool areOfNumbers() const
    {
        constexpr unsigned kNumber = 1;
        const std::uint64_t bits = std::uint64_t{8} * m_values[4];
        const std::uint64_t stored = m_values[6];
        return m_count == 8 && m_values[3] == kNumber && stored > 0 && stored + m_values[7] <= bits;
    }

    static bool isSzip(unsigned block, unsigned bits, unsigned line)
    {
        const bool areBits = (bits > 0 && bits <= 24) || bits == 32 || bits == 64;
        return areBits && block > 0 && block <= H5_SZIP_MAX_PIXELS_PER_BLOCK && block % 2 == 0 && line > 0
            && line <= block * kMostBlocks;
    }

    static constexpr unsigned kMostBlocks = 128; // in a line of szip
    std::array<unsigned, 20> m_values{}; // as many as scale-offset has, which has most
    std::size_t m_count;
    H5Z_filter_t m_filter = 0;
};

}

bool areFilterParametersSound(std::int64_t creation, unsigned filter, std::size_t elementBytes)
{
    return FilterParameters(creation, filter).areSound(chunkElements(creation), elementBytes);
}

}
