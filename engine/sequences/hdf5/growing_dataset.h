#pragma once

#include "engine/sequences/hdf5/h5_file.h"

#include <string>
#include <vector>

namespace engine::hdf5 {

/// A dataset whose rows come one part after the other, so that nobody has to hold all of them; made by
/// Writer::growing. Text is stored with variable length, in UTF-8.
class GrowingDataset {
public:
    /// Behind the rows that are there. @param rows  of the dataset's type and trailing extents.
    /// @throws ShapeError (`data_invalid`) when they are of another, IoError (`io`).
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
