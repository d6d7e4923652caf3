#pragma once

#include "engine/sequences/csd_file.h"
#include "engine/sequences/hdf5/plain_objects.h"

#include <utility>

namespace engine {

inline EntryShape shapeOf(hdf5::PlainObjects::Entry entry)
{
    return {std::move(entry.intervals.extents), std::move(entry.features.extents), entry.intervals.type,
            entry.features.type};
}

}
