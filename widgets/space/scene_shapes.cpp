#include "widgets/space/scene_shapes.h"

#include "widgets/space/scene_light.h"

#include <cmath>
#include <numbers>

namespace widgets {

namespace {

using Vector = std::array<float, 3>;

constexpr int kTubeSides = 8;
constexpr int kBallRings = 7; // from pole to pole
constexpr int kBallSides = 12;

Vector plus(const Vector& a, const Vector& b, float timesB)
{
    return {a[0] + b[0] * timesB, a[1] + b[1] * timesB, a[2] + b[2] * timesB};
}

Vector cross(const Vector& a, const Vector& b)
{
    return {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
}

Vector unit(const Vector& a)
{
    const float length = std::max(1e-9F, std::hypot(a[0], a[1], a[2]));
    return {a[0] / length, a[1] / length, a[2] / length};
}

std::uint32_t addVertex(SpaceScene& scene, const Vector& place, const SpaceColour& colour)
{
    scene.vertices.push_back(place);
    scene.colours.push_back(colour);
    return static_cast<std::uint32_t>(scene.vertices.size() - 1);
}

void addSquare(SpaceScene& scene, std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t d)
{
    scene.triangles.push_back({a, b, c});
    scene.triangles.push_back({a, c, d});
}

/// A grid of vertices closed around its columns. @param first  its first vertex
void addMantle(SpaceScene& scene, std::uint32_t first, std::uint32_t rings, std::uint32_t sides)
{
    for (std::uint32_t ring = 0; ring + 1 < rings; ++ring) {
        for (std::uint32_t side = 0; side < sides; ++side) {
            const std::uint32_t next = (side + 1) % sides;
            const std::uint32_t low = first + ring * sides;
            addSquare(scene, low + side, low + next, low + sides + next, low + sides + side);
        }
    }
}

}

void addTube(SpaceScene& scene, const Vector& from, const Vector& to, float radius, const SpaceColour& colour)
{
    const Vector along = unit(plus(to, from, -1));
    const Vector beside = unit(cross(along, std::abs(along[1]) < 0.9F ? Vector{0, 1, 0} : Vector{1, 0, 0}));
    const Vector above = cross(along, beside);
    const auto first = static_cast<std::uint32_t>(scene.vertices.size());
    for (const Vector& end : {from, to}) {
        for (int side = 0; side < kTubeSides; ++side) {
            const float angle
                = static_cast<float>(side) * 2 * std::numbers::pi_v<float> / static_cast<float>(kTubeSides);
            const Vector out = plus(plus({0, 0, 0}, beside, std::cos(angle)), above, std::sin(angle));
            addVertex(scene, plus(end, out, radius), lit(colour, out));
        }
    }
    addMantle(scene, first, 2, kTubeSides);
}

void addBall(SpaceScene& scene, const Vector& middle, float radius, const SpaceColour& colour)
{
    const auto first = static_cast<std::uint32_t>(scene.vertices.size());
    for (int ring = 0; ring < kBallRings; ++ring) {
        const float up
            = static_cast<float>(ring) / static_cast<float>(kBallRings - 1) * std::numbers::pi_v<float>;
        for (int side = 0; side < kBallSides; ++side) {
            const float around
                = static_cast<float>(side) / static_cast<float>(kBallSides) * 2 * std::numbers::pi_v<float>;
            const Vector out{std::sin(up) * std::cos(around), std::cos(up), std::sin(up) * std::sin(around)};
            addVertex(scene, plus(middle, out, radius), lit(colour, out));
        }
    }
    addMantle(scene, first, kBallRings, kBallSides);
}

void addCube(SpaceScene& scene, const Vector& middle, const Vector& half, const SpaceColour& colour)
{
    for (std::size_t side = 0; side < 6; ++side) { // 2 × axis, + 1 at its high end
        const std::size_t axis = side / 2;
        const std::size_t other = (axis + 1) % 3;
        const std::size_t third = (axis + 2) % 3;
        std::array<Vector, 4> corners;
        for (std::size_t corner = 0; corner < 4; ++corner) {
            const std::size_t turned = side % 2 == 1 ? corner : 3 - corner; // anticlockwise from without
            Vector place = middle;
            place.at(axis) += side % 2 == 1 ? half.at(axis) : -half.at(axis);
            place.at(other) += turned == 1 || turned == 2 ? half.at(other) : -half.at(other);
            place.at(third) += turned >= 2 ? half.at(third) : -half.at(third);
            corners.at(corner) = place;
        }
        addQuad(scene, corners, colour);
    }
}

void addQuad(SpaceScene& scene, const std::array<Vector, 4>& corners, const SpaceColour& colour)
{
    const Vector normal = cross(plus(corners[1], corners[0], -1), plus(corners[3], corners[0], -1));
    const SpaceColour seen = lit(colour, normal);
    std::array<std::uint32_t, 4> vertices{};
    for (std::size_t corner = 0; corner < 4; ++corner)
        vertices.at(corner) = addVertex(scene, corners.at(corner), seen);
    addSquare(scene, vertices[0], vertices[1], vertices[2], vertices[3]);
}

}
