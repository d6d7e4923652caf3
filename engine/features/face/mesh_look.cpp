#include "engine/features/face/mesh_look.h"

#include <algorithm>
#include <cmath>

namespace engine {

namespace {

constexpr double kSecondsBetweenGlances = 0.5;
constexpr float kLeastPresence = 0.5F;
constexpr float kRoundFace = 1.5F; // sides of a region, for each of a face's box
constexpr float kMuchLarger = 1.25F; // sides of the face that comes to the fore

/// Whether two regions hold the same face.
bool isSame(const FaceRegion& a, const FaceRegion& b)
{
    const auto boxOf = [](const FaceRegion& region) {
        const float half = region.side / 2.0F;
        return FaceBox{region.x - half, region.y - half, region.x + half, region.y + half};
    };
    return boxOf(a).overlap(boxOf(b)) > 0.3F;
}

std::optional<FaceRegion> largestOf(const std::vector<SpottedFace>& faces)
{
    const auto found = std::ranges::max_element(
        faces, {}, [](const SpottedFace& face) { return face.box.width() * face.box.height(); });
    return found == faces.end() ? std::nullopt : std::optional(regionOf(*found));
}

/// Squares as high (or wide) as the picture's shorter side, each half beside the one before: faces in them
/// are larger for the detector than in the whole picture.
std::vector<FaceRegion> partsOf(const VideoFrame& picture)
{
    const auto width = static_cast<float>(picture.width);
    const auto height = static_cast<float>(picture.height);
    const float side = std::min(width, height);
    const float longer = std::max(width, height);
    const int count = 1 + static_cast<int>(std::ceil((longer - side) / (side / 2.0F)));
    std::vector<FaceRegion> parts;
    for (int i = 0; i < count; ++i) {
        const float along = side / 2.0F
            + (count > 1 ? (longer - side) * static_cast<float>(i) / static_cast<float>(count - 1) : 0.0F);
        parts.push_back(
            {width < height ? side / 2.0F : along, width < height ? along : side / 2.0F, side, 0.0F});
    }
    return parts;
}

std::optional<FaceRegion> largestInParts(const VideoFrame& picture, const BlazeFace& detector)
{
    std::vector<SpottedFace> faces;
    for (const FaceRegion& part : partsOf(picture)) {
        const std::vector<SpottedFace> found = detector.detect(picture, part);
        faces.insert(faces.end(), found.begin(), found.end());
    }
    return largestOf(faces);
}

/// The points in a region, sought once more where they lie: the first region has the detector's accuracy.
MeshedFace twice(const VideoFrame& picture, const FaceRegion& region, const PointsFinder& net)
{
    const MeshedFace first = net.of(picture, region);
    return first.presence < kLeastPresence ? first : net.of(picture, regionOf(first.points));
}

}

FaceMeshNets FaceMeshNets::read(const std::filesystem::path& detector, const std::filesystem::path& points)
{
    return {BlazeFace::read(detector), FacePointsNet::read(points)};
}

FaceRegion regionOf(const SpottedFace& face)
{
    const FacePoint middle = face.box.centre();
    const FacePoint across = face.marks[1] - face.marks[0];
    return {middle.x + 0.5F, middle.y + 0.5F, std::max(face.box.width(), face.box.height()) * kRoundFace,
            std::atan2(across.y, across.x)};
}

std::optional<FaceRegion> MeshLooker::searched(const VideoFrame& picture, double time)
{
    m_searched = time;
    std::optional<FaceRegion> found = largestOf(m_detector.detect(picture, wholePicture(picture)));
    if (!found && !m_last && time - m_searchedParts >= kSecondsBetweenGlances) {
        m_searchedParts = time;
        found = largestInParts(picture, m_detector);
    }
    return found;
}

std::optional<MeshedFace> MeshLooker::lookAt(const VideoFrame& picture, double time)
{
    if (m_last && time - m_searched >= kSecondsBetweenGlances) {
        const std::optional<FaceRegion> other = searched(picture, time);
        if (other && !isSame(*other, *m_last) && other->side > kMuchLarger * m_last->side)
            m_last.reset();
    }
    if (m_last) {
        const MeshedFace face = m_points.of(picture, *m_last);
        if (face.presence >= kLeastPresence) {
            m_last = regionOf(face.points);
            return face;
        }
        m_last.reset();
    }
    const std::optional<FaceRegion> region = searched(picture, time);
    if (!region)
        return std::nullopt;
    const MeshedFace face = twice(picture, *region, m_points);
    if (face.presence < kLeastPresence)
        return std::nullopt;
    m_last = regionOf(face.points);
    return face;
}

std::optional<MeshedFace> meshAtOnce(const VideoFrame& picture, const BlazeFace& detector,
                                     const PointsFinder& points)
{
    return MeshLooker(detector, points).lookAt(picture, 0.0);
}

std::optional<MeshedFace> meshAtOnce(const VideoFrame& picture, const FaceMeshNets& nets)
{
    return meshAtOnce(picture, nets.detector, nets.points);
}

MeshedFace meshOfCrop(const VideoFrame& crop, const BlazeFace& detector, const PointsFinder& points)
{
    FaceRegion wider = wholePicture(crop);
    wider.side *= kRoundFace;
    const std::optional<FaceRegion> spotted = largestOf(detector.detect(crop, wider));
    return twice(crop, spotted.value_or(wider), points);
}

MeshedFace meshOfCrop(const VideoFrame& crop, const FaceMeshNets& nets)
{
    return meshOfCrop(crop, nets.detector, nets.points);
}

}
