#pragma once

#include "engine/faces/face_measures.h"
#include "engine/features/face/mesh_points.h"

namespace engine {

/// How a head is turned, in degrees, as FacePose has it.
struct HeadAngles {
    float yaw = 0.0F; ///< towards the picture's right
    float pitch = 0.0F; ///< upwards
    float roll = 0.0F; ///< clockwise in the picture
};

/// The points of a mesh that stand where the 68 landmarks of iBUG 300-W do.
FaceLandmarks landmarksOf(const MeshPoints& points);

/// What FaceMeasures says, of landmarksOf(); but `smile` is how far the mouth's corners are above the middle
/// of the inner lips, and the mouth's width (chosen on faces of FER+: docs/real-people.md).
FaceMeasures measuresOf(const MeshPoints& points);

/// By the lines from the right to the left edge of the face, from its top to its chin, and from one eye to
/// the other.
HeadAngles headAnglesOf(const MeshPoints& points);

}
