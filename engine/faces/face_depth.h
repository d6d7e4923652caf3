#pragma once

#include "engine/faces/face_geometry.h"

#include <array>
#include <span>

namespace engine {

/// The 68 landmarks of a face in three dimensions, in millimetres about their middle: to the picture's right,
/// upwards, towards the camera.
struct FaceInDepth {
    std::array<std::array<float, 3>, 68> points{};
    bool isThere = false;
    bool isFitted = false; ///< the depth is an average face's

    friend bool operator==(const FaceInDepth&, const FaceInDepth&) = default;
};

/// Gives depth to landmarks of a picture by weak perspective: across and upwards they lie as in the picture,
/// in the scale of the fitted head (poseOf), and as deep as those of the average face turned by its yaw,
/// pitch and roll. Not there where the landmarks are no face.
FaceInDepth withDepth(const FaceLandmarks& landmarks);

/// Landmarks that a file has in three dimensions, as OpenFace writes them (Baltrušaitis et al., OpenFace 2.0,
/// FG 2018): to the right, down, away from the camera, in millimetres.
/// @param across, down, away  68 each. Not there where one of them is no number, or all are 0.
FaceInDepth fromCamera(std::span<const float, 68> across, std::span<const float, 68> down,
                       std::span<const float, 68> away);

}
