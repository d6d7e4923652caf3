#pragma once

#include "engine/alignment/segment_rows.h"
#include "engine/training/data/feature_data.h"

#include <vector>

namespace engine {

/// A dataset's labelled segments, apart by the fold of their video.
struct Folds {
    std::vector<LabelledSegment> training;
    std::vector<LabelledSegment> validation;
    std::vector<LabelledSegment> test;
};

/// Segments without labels and those whose video is in no fold are left out.
Folds splitByFold(std::vector<LabelledSegment> segments);

/// For training: what is learnt must not be asked for. Segments that stand twice in one fold are noted.
/// Videos that have segments in several folds are noted: what is said in one and learnt, is not unknown in
/// the other.
/// @throws FormatError (code `double_segment`) naming a segment that two folds have.
void requireApart(FeatureData& data);

}
