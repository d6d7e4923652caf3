#pragma once

#include "engine/completion/frame_features.h"
#include "engine/core/run_context.h"
#include "engine/dataset_opening/opened_sequences.h"
#include "engine/faces/face_corrections.h"
#include "engine/project_items/sequence_offsets.h"
#include "engine/sequences/tiled_features.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace engine {

/// A sequence of one recording, to be read by a job.
struct RecordedSequence {
    std::string key;
    std::shared_ptr<const FeatureLevels> features; ///< null: they stay in their file
    std::optional<TileSource> tiled;
    std::size_t columns = 0;
};

/// A sequence whose rows are at hand. Absent: it has no columns.
std::optional<RecordedSequence> recordedSequence(const std::string& key,
                                                 const std::shared_ptr<const FeatureLevels>& features,
                                                 const std::shared_ptr<TiledFeatures>& tiled);

/// The sequences of a recording that have numbers, but for its labels.
/// @param offsets  of the recording. @param faces  what the project says of its faces
/// @param failures  receives sequences that cannot be read, and why
/// @throws Cancelled
std::vector<RecordedSequence> recordedSequences(const OpenedSequences& open, const std::string& video,
                                                const SequenceOffsets& offsets, const FaceCorrections& faces,
                                                const RunContext& run,
                                                std::vector<std::string>* failures = nullptr);

/// Seconds at which the row of these sequences ends that ends last; 0 where they have none. It looks at all
/// rows.
double latestEnd(const std::vector<RecordedSequence>& sequences);

/// Rows per second at which completion looks at recordings.
inline constexpr double kCompletionRate = 10.0;

/// Sequences side by side on a clock that begins at 0 s. A sequence of many columns (`kMostColumns`) gives
/// sums of several of them.
/// @param wanted  their keys and columns, the same for all recordings; NaN where this one has them not
/// @param end     seconds
/// @throws IoError, Cancelled
FrameFeatures framesOf(const std::vector<RecordedSequence>& sequences,
                       const std::vector<std::pair<std::string, std::size_t>>& wanted, double end,
                       const RunContext& run);
inline constexpr std::size_t kMostColumns = 400;

}
