#pragma once

#include "engine/alignment/segment_rows.h"
#include "engine/training/data/feature_data.h"

#include <vector>

namespace engine {

/// A dataset's segments by the fold of their video.
struct Folds {
    std::vector<LabelledSegment> training;
    std::vector<LabelledSegment> validation;
    std::vector<LabelledSegment> test;
};

/// Segments whose video is in no fold are left out, and those without labels where these are needed.
Folds splitByFold(std::vector<LabelledSegment> segments, bool needsLabels = true);

/// @throws FormatError (`conversation_split`) naming the first conversation whose turns are in several folds.
void requireWholeConversations(const FeatureData& data);

/// Checks before training that no segment is both learnt from and tested on. Segments that come twice in one
/// fold are noted. Videos with segments in several folds are noted too, since what is learnt of a video in
/// one fold helps in the other.
/// @throws FormatError (code `double_segment`) naming a segment that is in two folds.
void requireApart(FeatureData& data);

}
