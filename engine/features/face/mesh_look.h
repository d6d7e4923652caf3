#pragma once

#include "engine/features/face/blaze_face.h"
#include "engine/features/face/mesh_points.h"

#include <optional>

namespace engine {

/// Files of the part `face_mesh`.
inline constexpr const char* kFaceMeshDetectorFile = "face_detector.safetensors";
inline constexpr const char* kFaceMeshPointsFile = "face_points.safetensors";

/// The nets of the part `face_mesh`. Can be used by several threads.
struct FaceMeshNets {
    BlazeFace detector;
    FacePointsNet points;

    /// @throws IoError (`io`), FormatError (`bad_safetensors`, `face_detector`, `face_points`).
    static FaceMeshNets read(const std::filesystem::path& detector, const std::filesystem::path& points);
};

/// Where the points of a face that was spotted are sought.
FaceRegion regionOf(const SpottedFace& face);

/// The points of the largest face of one picture after the other. They are sought where they were in the
/// picture before; faces are looked for where none was, and twice a second, in case that another one is
/// larger. Not thread-safe.
class MeshLooker {
public:
    /// @param detector, points  stay as long as this
    MeshLooker(const BlazeFace& detector, const PointsFinder& points) : m_detector(detector), m_points(points)
    {
    }
    explicit MeshLooker(const FaceMeshNets& nets) : MeshLooker(nets.detector, nets.points) { }

    /// @param time  seconds; not before the last one's
    std::optional<MeshedFace> lookAt(const VideoFrame& picture, double time);

private:
    std::optional<FaceRegion> searched(const VideoFrame& picture, double time);

    const BlazeFace& m_detector;
    const PointsFinder& m_points;
    std::optional<FaceRegion> m_last; ///< where the face will be
    double m_searched = -1e9; ///< when faces were looked for
    double m_searchedParts = -1e9; ///< when they were looked for in parts of the picture, too
};

/// The points of the largest face of a single picture.
std::optional<MeshedFace> meshAtOnce(const VideoFrame& picture, const BlazeFace& detector,
                                     const PointsFinder& points);
std::optional<MeshedFace> meshAtOnce(const VideoFrame& picture, const FaceMeshNets& nets);

/// The points of a picture that shows nothing but a face, whether the detector sees it or not.
MeshedFace meshOfCrop(const VideoFrame& crop, const BlazeFace& detector, const PointsFinder& points);
MeshedFace meshOfCrop(const VideoFrame& crop, const FaceMeshNets& nets);

}
