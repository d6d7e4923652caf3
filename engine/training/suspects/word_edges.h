#pragma once

#include "engine/core/run_context.h"
#include "engine/suspects/data_belief.h"
#include "engine/training/data/feature_data.h"
#include "engine/training/suspects/segment_words.h"

#include <vector>

namespace engine {

/// Words one of whose boundaries is moved by 0.2 s to 0.5 s. What is heard and seen at each moment is
/// predicted, linearly and by what was learnt of the videos of other folds, from the word that is spoken
/// there and from how near its beginning and its end are; each boundary is tried at other places, as far as
/// the words beside it allow. The strength is how much likelier the best of these is than the written one,
/// less what all words together gain by moving, which is late sound.
/// @param frames    N segments at kFrameRate
/// @param segments  the same with a row for each word
/// @param words     N; segments whose words are not as many as their rows are not looked at
/// @throws ShapeError (`row_mismatch`) unless frames, segments, words and folds are as many.
DataEvidence wordEdges(const FoldData& frames, const FoldData& segments, const SegmentWords& words,
                       const std::vector<std::size_t>& folds, const RunContext& run = {});

}
