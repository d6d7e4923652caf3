#pragma once

#include "engine/core/feature_rows.h"
#include "engine/core/run_context.h"
#include "engine/features/face/expression_net.h"
#include "engine/media/media_file.h"

namespace engine {

/// Columns of expressionRows(): `found`, SeenExpression::kNames and `valence`.
std::vector<FeatureColumn> expressionColumns();

/// What is seen in the largest face of a video, ten times a second; of slower videos, in each frame. Rows
/// reach to the next one; where no face is found they are 0. Pictures wider or higher than 640 pixels are
/// reduced to that.
/// @throws IoError (`file_not_found`, `not_media`, `no_video`, `io`), FormatError (`no_face`) where none is
/// seen in any picture; Cancelled.
FeatureRows expressionRows(const MediaFile& file, const ExpressionNet& net, const RunContext& run = {});

}
