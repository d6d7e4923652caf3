#pragma once

#include "engine/alignment/segment_rows.h"
#include "engine/models/predictor.h"
#include "engine/training/report.h"

#include <span>

namespace engine {

/// The segment's true scores, one per label of a model.
/// @throws ShapeError (code `wrong_labels`) naming the segment when it has no such column.
std::vector<float> truthsOf(const LabelledSegment& segment, std::span<const LabelCard> labels);

/// The scores of N segments, as one row of O each.
///
/// @throws ShapeError naming the segment that does not fit the model; Cancelled.
FeatureMatrix predictAll(const Predictor& predictor, std::span<const LabelledSegment> segments,
                         EnabledModalities enabled, const RunContext& run = {});

/// Compares the predictions with the labels of one fold: a row per label. No segments, no rows.
///
/// @throws as predictAll() and truthsOf() do.
Report evaluate(const Predictor& predictor, const std::string& fold,
                std::span<const LabelledSegment> segments, EnabledModalities enabled,
                const RunContext& run = {});

}
