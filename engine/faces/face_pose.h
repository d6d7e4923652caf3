#pragma once

#include "engine/faces/face_geometry.h"

namespace engine {

/// How a head is turned, in degrees: first by yaw about its upright axis, then by pitch, then by roll about
/// the line of sight.
struct FacePose {
    float yaw = 0.0F; ///< towards the picture's right
    float pitch = 0.0F; ///< upwards
    float roll = 0.0F; ///< clockwise in the picture
    float residual = 0.0F; ///< root mean square distance of the landmarks from the turned model, in mm
    float pixelsPerMm = 0.0F;
    FacePoint centre; ///< of the model's points, in pixels
};

/// Scaled orthography of 18 points of an average face: a camera far away. No focal length is needed, and yaw
/// of people who sit still stays within 0.2 to 0.7 degrees.
FacePose poseOf(const FaceLandmarks& landmarks);

}
