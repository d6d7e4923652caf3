#pragma once

#include "engine/core/run_context.h"
#include "engine/faces/face_tracks.h"

#include <functional>
#include <span>

namespace engine {

/// Columns of landmarkRows(): `person`, `speaking`, `score`, the box, and 68 points x, y.
std::vector<FeatureColumn> landmarkColumns();

/// A row for each sight, in the order of the frames; coordinates in pixels of the video.
FeatureRows landmarkRows(const FaceTracks& tracks);

/// `count` rows from `first` on.
using LandmarkRowReader = std::function<FeatureMatrix(std::size_t first, std::size_t count)>;

/// The way back: tracks of rows as landmarkRows() makes them, read piece by piece.
///
/// @param frames     when each frame is shown, in seconds; empty: frames are those in which somebody is seen
/// @param intervals  of the rows, sorted by start
/// @return coordinates in 16ths of `pixels` pixels of the video: 1, or 2, 4 … for large pictures. Rows beyond
/// the first kMostSights are left out: 300 MB, or eleven hours of one face.
/// @throws ShapeError (`columns`) when the rows have other columns; Cancelled.
FaceTracks tracksOf(std::vector<Interval> frames, std::span<const Interval> intervals,
                    const LandmarkRowReader& read, const RunContext& run = {});
inline constexpr std::size_t kMostSights = 1'000'000;

}
