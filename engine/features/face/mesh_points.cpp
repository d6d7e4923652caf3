#include "engine/features/face/mesh_points.h"

#include "engine/features/face/blaze_net.h"
#include "engine/nets/one_core.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace engine {

namespace {

constexpr std::size_t kRightCorner = 33; // outer corners of the subject's eyes
constexpr std::size_t kLeftCorner = 263;
constexpr float kGrown = 1.5F;

/// Numbers as one place with as many planes.
Planes atOnePlace(Planes planes)
{
    Planes place(planes.values.size(), 1, 1);
    place.values = std::move(planes.values);
    return place;
}

/// A matrix of `made` × `given` numbers.
Convolution matrixIn(const NetFile& file, const std::string& name, std::size_t made, std::size_t given)
{
    Tensor weights
        = file.tensor(name + ".weight", {static_cast<std::int64_t>(made), static_cast<std::int64_t>(given)});
    weights.shape = {weights.shape[0], weights.shape[1], 1, 1};
    return {std::move(weights), file.tensor(name + ".bias", {static_cast<std::int64_t>(made)}), 1};
}

}

MeshedFace placedFace(const FaceRegion& region, std::span<const float> numbers, std::size_t side,
                      float presence)
{
    MeshedFace face;
    face.presence = 1.0F / (1.0F + std::exp(-presence));
    const auto pixels = static_cast<float>(side);
    for (std::size_t i = 0; i < numbers.size() / 3; ++i) {
        const FacePoint place = region.placeOf(numbers[3 * i] / pixels, numbers[3 * i + 1] / pixels);
        MeshPoint& point = i < kMeshPoints ? face.points[i] : face.irises[i - kMeshPoints];
        point = {place.x, place.y, numbers[3 * i + 2] / pixels * region.side};
    }
    return face;
}

FacePointsNet FacePointsNet::read(const std::filesystem::path& path)
{
    const NetFile file(path, "face_points");
    FacePointsNet net;
    net.m_trunk = layersIn(file, "trunk", 3);
    const std::size_t channels = net.m_trunk.back().made();
    net.m_pointsHead = layersIn(file, "points", channels);
    net.m_presenceHead = layersIn(file, "presence", channels);
    const Planes seen = through(net.m_trunk, Planes(3, kSide, kSide));
    net.m_points = matrixIn(file, "points", 3 * kMeshPoints, through(net.m_pointsHead, seen).values.size());
    net.m_presence = matrixIn(file, "presence", 1, through(net.m_presenceHead, seen).values.size());
    return net;
}

MeshedFace FacePointsNet::of(const VideoFrame& picture, const FaceRegion& region) const
{
    const OneCore core;
    const Planes seen = through(m_trunk, cutOut(picture, region, kSide, {}, Beyond::Edge));
    const std::vector<float> numbers = m_points.of(atOnePlace(through(m_pointsHead, seen))).values;
    const float presence = m_presence.of(atOnePlace(through(m_presenceHead, seen))).values.front();
    return placedFace(region, numbers, kSide, presence);
}

FaceRegion regionOf(const MeshPoints& points)
{
    constexpr float kFar = std::numeric_limits<float>::max();
    FaceBox box{kFar, kFar, -kFar, -kFar};
    for (const MeshPoint& point : points)
        box = {std::min(box.x0, point.x), std::min(box.y0, point.y), std::max(box.x1, point.x),
               std::max(box.y1, point.y)};
    const FacePoint across = points[kLeftCorner].flat() - points[kRightCorner].flat();
    const FacePoint middle = box.centre();
    return {middle.x + 0.5F, middle.y + 0.5F, std::max(box.width(), box.height()) * kGrown,
            std::atan2(across.y, across.x)};
}

}
