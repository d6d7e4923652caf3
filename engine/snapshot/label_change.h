#pragma once

#include "engine/core/run_context.h"
#include "engine/sequences/dataset_list.h"

#include <string>

namespace engine {

/// What became of the labels of a dataset, in segments.
struct LabelChange {
    std::size_t changed = 0; ///< another value
    std::size_t added = 0; ///< a value where there was none
    std::size_t removed = 0; ///< the value, or the segment
    std::size_t videos = 0; ///< in which any of these is

    std::size_t all() const { return changed + added + removed; }
};

/// Compares the labels of two lists, segment by segment of the same video and time. A segment of several
/// labels counts once.
/// @param labels  name of the sequence in both
/// @throws FormatError (`unknown_sequence`) where a list has none of that name; IoError, FormatError where a
/// file cannot be read; Cancelled.
LabelChange labelChange(const DatasetList& before, const DatasetList& now, const std::string& labels,
                        const RunContext& run = {});

}
