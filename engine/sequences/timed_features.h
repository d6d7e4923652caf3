#pragma once

#include "engine/core/feature_matrix.h"
#include "engine/core/interval.h"
#include "engine/sequences/sequence_file.h"

#include <span>
#include <string>
#include <vector>

namespace engine {

/// One video's numeric features, ready to draw and to align: N intervals in seconds, N × D values.
struct TimedFeatures {
    std::vector<Interval> intervals;
    FeatureMatrix features;
    /// The precision of the file's times, by which they are compared; of times that were moved: float64.
    ElementType timeType = ElementType::Float64;

    friend bool operator==(const TimedFeatures&, const TimedFeatures&) = default;
};

/// One video's words (or phones): N intervals in seconds with their text.
struct TimedText {
    std::vector<Interval> intervals;
    std::vector<std::string> texts;

    friend bool operator==(const TimedText&, const TimedText&) = default;
};

/// Everything of video `id`: its own entry, or its segments `id[k]` joined and sorted by start.
/// The result is empty for a video that the sequence lacks.
/// @throws FormatError (`data_invalid`) for damaged entries, and for text where numbers were expected and
/// vice versa.
TimedFeatures readFeatures(const SequenceFile& file, const std::string& id);
TimedText readText(const SequenceFile& file, const std::string& id);

/// Only the intervals of video `id`, sorted by start; the rows are not read.
/// @throws FormatError (`data_invalid`) for damaged intervals.
std::vector<Interval> readIntervals(const SequenceFile& file, const std::string& id);
/// The type of these intervals; float64 where the entries of a video differ, or there are none.
ElementType timeTypeOf(const SequenceFile& file, const std::string& id);

/// The entries that belong to one video: its own, and those of its segments `id[k]`.
std::vector<std::string> entriesOf(const SequenceFile& file, const std::string& id);

/// What part of [0, duration] the intervals cover together, 0…1; overlaps count once.
/// @param intervals  in seconds, sorted by start. @param duration  seconds; when it is 0, so is the result
double coveredPart(std::span<const Interval> intervals, double duration);

}
