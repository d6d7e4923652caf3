#pragma once

#include "engine/core/interval.h"
#include "engine/core/matrix_view.h"

#include <cstddef>
#include <span>
#include <vector>

namespace engine {

/// What is seen and heard in one recording: T rows of D columns on a clock that begins at 0 s.
struct FrameFeatures {
    double rate = 10.0; ///< rows per second
    FeatureMatrix rows; ///< T × D; NaN where a sequence has no row

    double end() const { return static_cast<double>(rows.rows) / rate; } ///< seconds
};

/// A segment of one of several recordings.
struct PlacedSpan {
    std::size_t recording = 0;
    Interval span;
};

/// The mean and the deviation of each column in each segment, and last how long it lasts, as a logarithm.
/// @return  N × (2 D + 1); NaN where a segment has no value of a column
FeatureMatrix segmentRows(std::span<const FrameFeatures> recordings, std::span<const PlacedSpan> segments);

/// The few directions in which rows differ most (principalComponents()), scaled as a whole so that the mean
/// of their variances is 1; columns that do not differ are left out.
/// @param rows  N × D @param most  directions @return N × S, S ≤ `most`
FeatureMatrix reducedRows(MatrixView rows, std::size_t most);

/// Puts beside each row of every recording the means of what lies around it and before it, so that a row
/// tells a moment's surroundings.
/// @param windows  seconds before and after the row (negative: before)
/// @return         per recording T × (D · W)
std::vector<FrameFeatures> withSurroundings(std::span<const FrameFeatures> recordings,
                                            std::span<const Interval> windows);

/// All recordings' rows, one recording after the other, in few directions (reducedRows()).
std::vector<FrameFeatures> reducedFrames(std::span<const FrameFeatures> recordings, std::size_t most);

}
