#pragma once

#include "engine/faces/face_tracks.h"

#include <optional>
#include <set>
#include <vector>

namespace engine {

/// A place of one picture that is hidden.
struct CoveredFace {
    FaceBox box; ///< in the video's pixels, widened
    std::optional<FaceLandmarks> landmarks; ///< of the face itself; absent: the place was filled in
};

/// Which places of which pictures are hidden.
struct FacePlan {
    std::vector<std::vector<CoveredFace>> frames; ///< by the video's frames
    std::vector<std::vector<FaceBox>> kept; ///< faces that stay, by the video's frames; not widened
    std::vector<std::size_t> unsure; ///< frames between two sights of somebody who was not found in them
};

/// Joins each hidden person's boxes over time: gaps of a second or less are filled by straight lines, each
/// stretch begins 0.3 s earlier and ends 0.3 s later.
///
/// @param kept   ids of people who stay as they are
/// @param widen  by how much of their width boxes grow, 0.4 or so; on top 2.7 times as much, for hair
FacePlan facePlan(const FaceTracks& tracks, const std::set<std::size_t>& kept, float widen);

/// A place that a person drew: key frames, between which it moves on straight lines.
struct DrawnBox {
    double time = 0.0; ///< seconds
    FaceBox box; ///< in the video's pixels
};

/// Adds a drawn place from its first key frame to its last.
/// @param frames  of the video, in seconds  @param keys  by time
void addDrawnBoxes(FacePlan& plan, const std::vector<Interval>& frames, const std::vector<DrawnBox>& keys);

}
