#pragma once

#include "engine/dataset_opening/opened_sequences.h"
#include "engine/sequences/feature_levels.h"
#include "engine/sequences/stored_features.h"
#include "engine/sequences/tiled_features.h"
#include "engine/sequences/timed_features.h"

#include <memory>
#include <optional>

namespace engine {

/// One video's rows of a sequence of numbers, to be read column by column.
struct SequenceRows {
    std::shared_ptr<const FeatureLevels> features;
    std::shared_ptr<TiledFeatures> tiled; ///< the same, where they stay in their file; else null
    std::shared_ptr<const TimedFeatures> held; ///< the rows themselves; null: they stay in their file
    std::shared_ptr<const StoredFeatures> stored; ///< where they do; else null
};

/// Reads the rows. Large ones stay in their file, of which tiles are kept in the cache.
/// @param offset  seconds by which they lie later than the file says
/// @param corrected  rows in place of the file's; absent: the file counts
/// @throws FormatError, IoError, Cancelled
SequenceRows readRows(const OpenedSequence& sequence, const std::string& video, double offset,
                      std::optional<TimedFeatures> corrected, const RunContext& run);

}
