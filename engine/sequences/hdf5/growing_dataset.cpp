#include "engine/sequences/hdf5/growing_dataset.h"

#include "engine/core/error.h"
#include "engine/sequences/hdf5/h5_types.h"
#include "engine/sequences/hdf5/stored_values.h"

#include <algorithm>

namespace engine::hdf5 {

namespace {

/// Of text: its pointers, as the library wants them.
std::vector<const char*> pointersTo(const std::vector<std::string>& texts)
{
    std::vector<const char*> pointers(texts.size());
    std::ranges::transform(texts, pointers.begin(), [](const std::string& text) { return text.c_str(); });
    return pointers;
}

}

void GrowingDataset::append(const FeatureArray& rows)
{
    silence();
    std::vector<std::size_t>& extents = m_shape.extents;
    if (rows.type != m_shape.type || rows.shape.size() != extents.size()
        || !std::equal(extents.begin() + 1, extents.end(), rows.shape.begin() + 1))
        throw ShapeError("data_invalid", m_place + " has rows of another type or shape than those to append");
    if (rows.rows() == 0)
        return;

    std::vector<hsize_t> start(extents.size(), 0);
    start.front() = extents.front();
    const std::vector<hsize_t> count(rows.shape.begin(), rows.shape.end());
    std::vector<hsize_t> grown = count;
    grown.front() += extents.front();
    requireHeld(rows, m_place);
    bool written = H5Dset_extent(m_handle.id(), grown.data()) >= 0;
    if (written && rows.rowLength() > 0) {
        const Handle fileSpace(H5Dget_space(m_handle.id()));
        H5Sselect_hyperslab(fileSpace.id(), H5S_SELECT_SET, start.data(), nullptr, count.data(), nullptr);
        const Handle memorySpace(H5Screate_simple(static_cast<int>(count.size()), count.data(), nullptr));
        const Handle transfer = smallTransfer();
        const auto write = [&](hid_t type, const void* values) {
            return H5Dwrite(m_handle.id(), type, memorySpace.id(), fileSpace.id(), transfer.id(), values)
                >= 0;
        };
        if (const auto* texts = std::get_if<std::vector<std::string>>(&rows.values))
            written = write(variableText().id(), pointersTo(*texts).data());
        else
            written = std::visit(
                [&](const auto& values) { return write(memoryType(rows.type), values.data()); }, rows.values);
    }
    if (!written)
        throw IoError("io", m_place, "cannot be written (is the disk full?)");
    extents.front() += rows.rows();
}

}
