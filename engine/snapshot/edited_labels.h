#pragma once

#include "engine/annotation/annotation.h"
#include "engine/sequences/computational_sequence.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace engine {

/// A tier's labelled segments in the order of time, exactly as the project has them.
struct LabelRows {
    std::vector<std::string> names; ///< D
    std::vector<Interval> intervals; ///< N
    std::vector<std::vector<double>> values; ///< N × D; NaN: nobody labelled this
};

LabelRows labelRows(const Annotation& annotation, const Tier& tier);

/// A dataset's labels with the project's in their place, by video: one entry `v`, with the file's own columns
/// in its own type; NaN where nobody labelled. Columns are found by their names, else by their places; labels
/// that the file has no column for are left out.
/// @throws FormatError (`data_invalid`) where an entry cannot be read.
ComputationalSequence withLabels(const std::shared_ptr<const SequenceFile>& file,
                                 const std::map<std::string, LabelRows>& labels);

}
