#pragma once

#include "engine/features/face/face_region.h"
#include "engine/nets/blaze_chain.h"

#include <array>
#include <filesystem>
#include <vector>

namespace engine {

/// A point of a face in pixels: x and y as FacePoint has them, z away from the camera, from the head's middle
/// on.
struct MeshPoint {
    float x = 0.0F;
    float y = 0.0F;
    float z = 0.0F;

    FacePoint flat() const { return {x, y}; }
    friend bool operator==(const MeshPoint&, const MeshPoint&) = default;
};

/// The points of MediaPipe's canonical face, by its numbers.
inline constexpr std::size_t kMeshPoints = 468;
using MeshPoints = std::array<MeshPoint, kMeshPoints>;

/// A face and how sure it is that there is one.
struct MeshedFace {
    MeshPoints points{};
    float presence = 0.0F; ///< 0 to 1; above one half there is a face
};

/// Finds kMeshPoints points in a part of a picture that holds a face (Kartynnik et al., Real-time facial
/// surface geometry from monocular video on mobile GPUs, 2019; the part `face_mesh`). Can be used by several
/// threads.
class FacePointsNet {
public:
    static constexpr std::size_t kSide = 192; ///< pixels

    /// @throws IoError (`io`), FormatError (`bad_safetensors`, `face_points`), which names the tensor.
    static FacePointsNet read(const std::filesystem::path& path);

    MeshedFace of(const VideoFrame& picture, const FaceRegion& region) const;

private:
    FacePointsNet() = default;

    std::vector<BlazeLayer> m_trunk;
    std::vector<BlazeLayer> m_pointsHead;
    std::vector<BlazeLayer> m_presenceHead;
    Convolution m_points; ///< of a single place: 3 · kMeshPoints numbers of all that the head makes
    Convolution m_presence; ///< of a single place: one number of all that the head makes
};

/// The part in which the points of a face are sought again: their box grown by half, upright by the outer
/// corners of the eyes.
FaceRegion regionOf(const MeshPoints& points);

}
