#pragma once

#include "engine/alignment/segment_rows.h"

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

}
