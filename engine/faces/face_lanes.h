#pragma once

#include "engine/faces/face_tracks.h"

namespace engine {

/// When one person is seen and speaks, in seconds, and how far the mouth is open.
struct FaceLane {
    std::size_t person = 0;
    std::vector<Interval> seen; ///< frames that follow each other are one span
    std::vector<Interval> speaking; ///< within `seen`
    std::vector<double> times; ///< the middle of each frame in which the person is seen
    std::vector<float> mouth; ///< `mouthOpen` in each of them

    friend bool operator==(const FaceLane&, const FaceLane&) = default;
};

/// A lane for each person, in the order of their numbers.
std::vector<FaceLane> faceLanes(const FaceTracks& tracks);

}
