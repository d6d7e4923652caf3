#pragma once

#include "engine/agreement/rating_table.h"
#include "engine/core/run_context.h"
#include "engine/suspects/suspect_ranking.h"
#include "engine/training/data/feature_source.h"
#include "engine/training/suspects/out_of_fold.h"
#include "engine/training/suspects/segment_words.h"

#include <optional>

namespace engine {

/// Labelled segments in which errors are sought.
struct SuspectData {
    FoldData segments; ///< N, of words or as a file has them
    FoldData frames; ///< segments at kFrameRate; none where only aligned tensors are there
    std::string where; ///< the file, for messages
    std::string labelName; ///< of the column; empty: not known
    SegmentWords words{}; ///< of the segments, where there are frames; or none
    std::vector<std::string> labelNames{}; ///< of all columns of the labels; or none
};

/// Whether the segments are also read at kFrameRate.
enum class SuspectFrames { Wanted, None };

/// Reads all labelled segments of all folds, also of videos that are in no fold. Columns of classes that no
/// segment has are left out.
/// @param column  of the labels, from 0
/// @throws IoError, FormatError, ShapeError as readFeatureFile() and labelledSegments(), `no_labels` and
/// `not_finite`; Cancelled.
SuspectData readSuspectData(const FeatureSource& source, std::size_t column, SuspectFrames frames,
                            const RunContext& run = {});

/// Trains an ensemble out of fold (trainOutOfFold()) and ranks the segments by how suspicious they are.
/// Errors of time are only sought where there are frames. Labels of two values, and those with a column for
/// each class, are searched as classes, which have no order.
/// @param ratings  of several raters about the same label; absent: nobody's
/// @throws as trainOutOfFold(); FormatError (`no_ratings`) for ratings of other segments.
Suspects findSuspects(const SuspectData& data, const std::optional<RatingTable>& ratings,
                      const OutOfFoldSettings& settings, const RunContext& run = {});

}
