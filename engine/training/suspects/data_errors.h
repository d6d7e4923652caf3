#pragma once

#include "engine/core/run_context.h"
#include "engine/suspects/data_belief.h"
#include "engine/training/data/feature_data.h"

#include <vector>

namespace engine {

/// Rows a second of the segments in which errors of time are sought.
inline constexpr double kFrameRate = 20.0;

/// Faces that do not move with words and sound, and do not look like the others of their video.
/// @param rows   aligned: of words, or frames. @param folds  N
/// @throws ShapeError (`row_mismatch`) unless there is a fold for each segment; so do the functions below.
DataEvidence otherFaces(const FoldData& rows, const std::vector<std::size_t>& folds, bool areFrames,
                        const RunContext& run = {});

/// Sound that fits words and face better when it is moved by 0.15 s to 0.6 s.
/// @param frames  rows at kFrameRate
DataEvidence lateSounds(const FoldData& frames, const std::vector<std::size_t>& folds,
                        const RunContext& run = {});

}
