#pragma once

#include "engine/dataset_opening/opened_sequences.h"
#include "engine/faces/face_corrections.h"
#include "engine/project_items/sequence_offsets.h"
#include "engine/sequences/feature_levels.h"
#include "engine/sequences/stored_features.h"
#include "engine/sequences/tiled_features.h"
#include "engine/sequences/timed_features.h"

#include <memory>
#include <string>

namespace engine {

/// One video's rows of a sequence of numbers, to be read column by column.
struct SequenceRows {
    std::shared_ptr<const FeatureLevels> features;
    std::shared_ptr<TiledFeatures> tiled; ///< the values where they stay in their file; else null
    std::shared_ptr<const TimedFeatures> held; ///< the rows themselves; null: they stay in their file
    std::shared_ptr<const StoredFeatures> stored; ///< where they do; else null
};

/// Reads the rows. Large ones stay in their file, of which tiles are kept in the cache.
/// @param sequence  one of the dataset's. @param offsets  of the video
/// @param faces  what the project says of the video's faces: their measures are those of whom it names
/// @throws FormatError, IoError, Cancelled
SequenceRows readRows(const OpenedSequences& open, const OpenedSequence& sequence, const std::string& video,
                      const SequenceOffsets& offsets, const FaceCorrections& faces, const RunContext& run);
}
