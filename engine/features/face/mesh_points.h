#pragma once

#include "engine/features/face/face_region.h"
#include "engine/nets/blaze_chain.h"

#include <array>
#include <filesystem>
#include <span>
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

/// The middle and four points of the edge of the subject's right iris, then of the left one: numbers 468 to
/// 477 of MediaPipe's.
inline constexpr std::size_t kIrisPoints = 10;

/// A face and how sure it is that there is one.
struct MeshedFace {
    MeshPoints points{};
    float presence = 0.0F; ///< 0 to 1; above one half there is a face
    std::array<MeshPoint, kIrisPoints> irises{}; ///< all 0 where the net does not find them

    /// By MediaPipe's numbers, 0 to 477.
    const MeshPoint& point(std::size_t i) const
    {
        return i < kMeshPoints ? points[i] : irises[i - kMeshPoints];
    }
};

/// Finds the points of a face in a part of a picture. Can be used by several threads.
class PointsFinder {
public:
    virtual ~PointsFinder() = default;
    virtual MeshedFace of(const VideoFrame& picture, const FaceRegion& region) const = 0;

protected:
    PointsFinder() = default;
    PointsFinder(const PointsFinder&) = default;
    PointsFinder(PointsFinder&&) = default;
    PointsFinder& operator=(const PointsFinder&) = default;
    PointsFinder& operator=(PointsFinder&&) = default;
};

/// A face of a region as a net of these parts gives it.
/// @param numbers  x, y and z of each point, in pixels of the net's own picture: of kMeshPoints points, or
/// also of the irises. @param side  of that picture. @param presence  before it is squashed to 0 … 1
MeshedFace placedFace(const FaceRegion& region, std::span<const float> numbers, std::size_t side,
                      float presence);

/// Finds kMeshPoints points in a part of a picture that holds a face (Kartynnik et al., Real-time facial
/// surface geometry from monocular video on mobile GPUs, 2019; the part `face_mesh`).
class FacePointsNet : public PointsFinder {
public:
    static constexpr std::size_t kSide = 192; ///< pixels

    /// @throws IoError (`io`), FormatError (`bad_safetensors`, `face_points`), which names the tensor.
    static FacePointsNet read(const std::filesystem::path& path);

    MeshedFace of(const VideoFrame& picture, const FaceRegion& region) const override;

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
