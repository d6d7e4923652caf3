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

/// The parameters of a filter, of n-bit and scale-offset in the order in which HDF5 writes them.
class FilterParameters {
public:
    FilterParameters(hid_t creation, unsigned index) : m_count(m_values.size())
    {
        unsigned flags = 0;
        m_filter = H5Pget_filter2(creation, index, &flags, &m_count, m_values.data(), 0, nullptr, nullptr);
    }

    /// Whether they speak of chunks of so many elements of that size; true of filters that repeat neither.
    bool areOfChunks(std::uint64_t elements, std::size_t elementBytes) const
    {
        if (m_filter == H5Z_FILTER_NBIT)
            return isNbit() && (isUnpacked() || (repeat(elements, elementBytes) && areOfNumbers()));
        if (m_filter == H5Z_FILTER_SCALEOFFSET)
            return m_count == m_values.size() && repeat(elements, elementBytes);
        return true;
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

    std::array<unsigned, 20> m_values{}; // as many as scale-offset has, which has most
    std::size_t m_count;
    H5Z_filter_t m_filter = 0;
};

}

bool isFilterOfChunks(std::int64_t creation, unsigned filter, std::size_t elementBytes)
{
    return FilterParameters(creation, filter).areOfChunks(chunkElements(creation), elementBytes);
}

}
