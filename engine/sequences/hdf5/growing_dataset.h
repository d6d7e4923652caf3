#pragma once

#include "engine/sequences/hdf5/h5_file.h"

#include <string>
#include <vector>

namespace engine::hdf5 {

/// A dataset whose rows are written in parts, so that they need not all be in memory; made by
/// Writer::growing. Text is stored with variable length, in UTF-8.
class GrowingDataset {
public:
    /// Adds rows behind those that are there. @param rows  of the dataset's type and trailing extents.
    /// @throws ShapeError (`data_invalid`) when type or extents differ, IoError (`io`).
    void append(const FeatureArray& rows);

    /// N, then the trailing extents.
    const std::vector<std::size_t>& extents() const { return m_shape.extents; }

private:
    friend class Writer;
    GrowingDataset(Handle handle, DatasetShape shape, std::string place)
        : m_handle(std::move(handle))
        , m_shape(std::move(shape))
        , m_place(std::move(place))
    {
    }

    Handle m_handle;
    DatasetShape m_shape;
    std::string m_place; ///< `file: /path`, for errors
};

}
