#pragma once

#include "engine/core/feature_matrix.h"
#include "engine/core/finding.h"
#include "engine/core/interval.h"
#include "engine/core/run_context.h"
#include "engine/sequences/sequence_file.h"
#include "engine/sequences/shifted_sequence.h"
#include "engine/sequences/timed_features.h"

#include <map>
#include <string>
#include <vector>

namespace engine {

/// Whose rows are averaged, and where the segments come from.
struct SegmentSources {
    const SequenceFile* features = nullptr; ///< numbers; never null
    const SequenceFile* labels = nullptr; ///< null: no video has labels
    const SequenceFile* words = nullptr; ///< null: no video has words
    /// By how much the sequences are moved.
    VideoOffsets featureOffsets = {};
    VideoOffsets labelOffsets = {};
    VideoOffsets wordOffsets = {};
    /// What a project has in the place of its files, by video: it lies where it is, and is not moved.
    std::map<std::string, std::vector<Interval>> ownSegments = {};
    std::map<std::string, TimedText> ownWords = {};
    std::map<std::string, TimedFeatures> ownFeatures = {};
};

/// One segment of a video that received rows.
struct MeanSegment {
    std::string video;
    std::size_t number = 0; ///< among the segments of its video, in the order of time
    Interval interval;
    std::vector<float> labels
        = {}; ///< one per column of the label sequence; empty for an utterance and a project's own
    std::string words = {}; ///< that begin in it, with spaces between them
    friend bool operator==(const MeanSegment&, const MeanSegment&) = default;
};

/// The mean rows of a whole dataset's segments: N segments, N × D means.
struct SegmentMeans {
    std::vector<MeanSegment> segments;
    FeatureMatrix means; ///< NaN: the segment has no finite value in this dimension
    std::size_t withoutRows = 0; ///< segments left out, because no row of the sequence lies in them
    std::size_t ignoredValues = 0; ///< NaN and infinity among the rows
    std::vector<Finding> findings; ///< videos that could not be read, or are of another width
};

/// The mean row of every labelled segment of every video of a sequence; in a video without labels, of every
/// utterance (engine/alignment/segment_rows.h). A row counts where it shares more than `kTouching` with the
/// segment; values that are not finite are left out individually. One video is in memory at a time.
/// @param sources  the features must be numbers.
/// @throws Cancelled. Damaged videos become findings.
SegmentMeans segmentMeans(const SegmentSources& sources, const RunContext& run = {});

}
