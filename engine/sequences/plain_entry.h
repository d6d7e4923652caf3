#pragma once

#include "engine/sequences/csd_file.h"
#include "engine/sequences/hdf5/plain_objects.h"

#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace engine {

inline EntryShape shapeOf(hdf5::PlainObjects::Entry entry)
{
    return {std::move(entry.intervals.extents), std::move(entry.features.extents), entry.intervals.type,
            entry.features.type};
}

/// The intervals of a dataset that is N×2 float64; absent for any other dataset.
inline std::optional<IntervalArray> intervalsOf(hdf5::PlainObjects& objects,
                                                const hdf5::PlainObjects::Dataset& stored)
{
    const bool isOrdinary
        = stored.extents.size() == 2 && stored.extents[1] == 2 && stored.type == ElementType::Float64;
    const auto numbers = isOrdinary ? objects.values(stored) : std::nullopt;
    if (!numbers)
        return std::nullopt;
    const auto& seconds = std::get<std::vector<double>>(*numbers);
    IntervalArray intervals{ElementType::Float64, std::vector<Interval>(stored.extents[0])};
    for (std::size_t row = 0; row < intervals.values.size(); ++row)
        intervals.values[row] = {seconds[2 * row], seconds[2 * row + 1]};
    return intervals;
}

}
