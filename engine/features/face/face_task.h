#pragma once

#include "engine/features/face/mesh_points.h"
#include "engine/nets/graph_net.h"

#include <string_view>

namespace engine {

/// Members of MediaPipe's `face_landmarker.task` that are used; the detector of that file is the one of the
/// part `face_mesh`.
inline constexpr const char* kTaskPointsMember = "face_landmarks_detector.tflite";
inline constexpr const char* kTaskShapesMember = "face_blendshapes.tflite";

/// How much each of MediaPipe's 52 blendshapes is seen, 0 to 1, in the order of kBlendshapeNames.
inline constexpr std::size_t kBlendshapes = 52;
using Blendshapes = std::array<float, kBlendshapes>;
/// As MediaPipe names and orders them; left and right are the subject's.
extern const std::array<std::string_view, kBlendshapes> kBlendshapeNames;

/// Finds 478 points of a face, those of the irises among them, in a part of a picture: the net of that name
/// in a `face_landmarker.task` (Grishchenko et al., Attention mesh: high-fidelity face mesh prediction in
/// real-time, 2020, and its successor without attention). Can be used by several threads.
class TaskPointsNet : public PointsFinder {
public:
    /// @throws FormatError of the source: not a net, or not from square pictures to 478 points and a
    /// presence.
    explicit TaskPointsNet(const FlatTable::Source& source);

    MeshedFace of(const VideoFrame& picture, const FaceRegion& region) const override;

private:
    GraphNet m_net;
    std::size_t m_side = 0; ///< pixels of the net's own picture
};

/// Blendshapes of the points of a face: the net of that name in a `face_landmarker.task`. Sizes and places do
/// not matter to it; how the head is turned does. Can be used by several threads.
class TaskShapesNet {
public:
    /// @throws FormatError of the source: not a net, or not from 146 points to 52 numbers.
    explicit TaskShapesNet(const FlatTable::Source& source);

    /// @param face  with irises
    Blendshapes of(const MeshedFace& face) const;

private:
    GraphNet m_net;
};

/// What a user's own `face_landmarker.task` is used for.
struct FaceTask {
    TaskPointsNet points;
    TaskShapesNet shapes;
    std::string sum; ///< SHA-256 of the file, hexadecimal
};

}
