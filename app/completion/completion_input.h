#pragma once

#include "app/document/video_data.h"
#include "engine/completion/frame_features.h"
#include "engine/core/run_context.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace app {

/// A sequence of one recording, to be read by a job.
struct RecordedSequence {
    std::string key;
    std::shared_ptr<const engine::FeatureLevels> features; ///< null: they stay in their file
    std::optional<engine::TileSource> tiled;
    std::size_t columns = 0;
};

/// The sequences of a recording that have numbers.
std::vector<RecordedSequence> recordedSequences(const VideoData& video);

/// Rows per second at which completion looks at recordings.
inline constexpr double kCompletionRate = 10.0;

/// Sequences side by side on a clock that begins at 0 s. A sequence of many columns (`kMostColumns`) gives
/// sums of several of them.
/// @param wanted  their keys and columns, the same for all recordings; NaN where this one has them not
/// @param end     seconds
/// @throws IoError, Cancelled
engine::FrameFeatures framesOf(const std::vector<RecordedSequence>& sequences,
                               const std::vector<std::pair<std::string, std::size_t>>& wanted, double end,
                               const engine::RunContext& run);
inline constexpr std::size_t kMostColumns = 400;

}
