#include "engine/features/face/face_task.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace engine {

namespace {

constexpr std::size_t kTaskPoints = kMeshPoints + kIrisPoints;
constexpr std::int64_t kLargestSide = 512; // pixels

/// Points, by MediaPipe's numbers, of which blendshapes are made.
constexpr std::array<std::size_t, 146> kOfShapes{
    0,   1,   4,   5,   6,   7,   8,   10,  13,  14,  17,  21,  33,  37,  39,  40,  46,  52,  53,  54,  55,
    58,  61,  63,  65,  66,  67,  70,  78,  80,  81,  82,  84,  87,  88,  91,  93,  95,  103, 105, 107, 109,
    127, 132, 133, 136, 144, 145, 146, 148, 149, 150, 152, 153, 154, 155, 157, 158, 159, 160, 161, 162, 163,
    168, 172, 173, 176, 178, 181, 185, 191, 195, 197, 234, 246, 249, 251, 263, 267, 269, 270, 276, 282, 283,
    284, 285, 288, 291, 293, 295, 296, 297, 300, 308, 310, 311, 312, 314, 317, 318, 321, 323, 324, 332, 334,
    336, 338, 356, 361, 362, 365, 373, 374, 375, 377, 378, 379, 380, 381, 382, 384, 385, 386, 387, 388, 389,
    390, 397, 398, 400, 402, 405, 409, 415, 454, 466, 468, 469, 470, 471, 472, 473, 474, 475, 476, 477};

void demandMade(const GraphNet& net, const FlatTable::Source& source, std::size_t which,
                std::int64_t expected)
{
    if (which >= net.made().size() || countOf(net.made()[which]) != expected)
        source.refuse(fmt::format("makes {} in place {}, expected {} numbers",
                                  which < net.made().size()
                                      ? fmt::format("{}", fmt::join(net.made()[which], " × "))
                                      : std::string("nothing"),
                                  which, expected));
}

}

const std::array<std::string_view, kBlendshapes> kBlendshapeNames{
    "_neutral",         "browDownLeft",      "browDownRight",      "browInnerUp",
    "browOuterUpLeft",  "browOuterUpRight",  "cheekPuff",          "cheekSquintLeft",
    "cheekSquintRight", "eyeBlinkLeft",      "eyeBlinkRight",      "eyeLookDownLeft",
    "eyeLookDownRight", "eyeLookInLeft",     "eyeLookInRight",     "eyeLookOutLeft",
    "eyeLookOutRight",  "eyeLookUpLeft",     "eyeLookUpRight",     "eyeSquintLeft",
    "eyeSquintRight",   "eyeWideLeft",       "eyeWideRight",       "jawForward",
    "jawLeft",          "jawOpen",           "jawRight",           "mouthClose",
    "mouthDimpleLeft",  "mouthDimpleRight",  "mouthFrownLeft",     "mouthFrownRight",
    "mouthFunnel",      "mouthLeft",         "mouthLowerDownLeft", "mouthLowerDownRight",
    "mouthPressLeft",   "mouthPressRight",   "mouthPucker",        "mouthRight",
    "mouthRollLower",   "mouthRollUpper",    "mouthShrugLower",    "mouthShrugUpper",
    "mouthSmileLeft",   "mouthSmileRight",   "mouthStretchLeft",   "mouthStretchRight",
    "mouthUpperUpLeft", "mouthUpperUpRight", "noseSneerLeft",      "noseSneerRight"};

TaskPointsNet::TaskPointsNet(const FlatTable::Source& source) : m_net(source)
{
    const GraphShape& given = m_net.given();
    if (given.size() != 4 || given[0] != 1 || given[1] != given[2] || given[1] > kLargestSide
        || given[3] != 3)
        source.refuse(fmt::format("is given {}, expected 1 × side × side × 3 of a square picture",
                                  fmt::join(given, " × ")));
    m_side = static_cast<std::size_t>(given[1]);
    demandMade(m_net, source, 0, 3 * kTaskPoints);
    demandMade(m_net, source, 1, 1);
}

MeshedFace TaskPointsNet::of(const VideoFrame& picture, const FaceRegion& region) const
{
    const Planes cut = cutOut(picture, region, m_side, {}, Beyond::Edge);
    std::vector<float> colours(cut.values.size()); // pixel by pixel
    for (std::size_t colour = 0; colour < cut.channels; ++colour) {
        const float* plane = cut.values.data() + colour * cut.area();
        for (std::size_t pixel = 0; pixel < cut.area(); ++pixel)
            colours[pixel * cut.channels + colour] = plane[pixel];
    }
    const std::vector<std::vector<float>> made = m_net.of(colours);
    const bool isSound = std::isfinite(made[1].front())
        && std::ranges::all_of(made[0], [](float number) { return std::isfinite(number); });
    return isSound ? placedFace(region, made[0], m_side, made[1].front()) : MeshedFace();
}

TaskShapesNet::TaskShapesNet(const FlatTable::Source& source) : m_net(source)
{
    if (m_net.given() != GraphShape{1, kOfShapes.size(), 2})
        source.refuse(fmt::format("is given {}, expected 1 × {} × 2 of points",
                                  fmt::join(m_net.given(), " × "), kOfShapes.size()));
    demandMade(m_net, source, 0, kBlendshapes);
}

Blendshapes TaskShapesNet::of(const MeshedFace& face) const
{
    std::array<float, 2 * kOfShapes.size()> places{};
    for (std::size_t i = 0; i < kOfShapes.size(); ++i) {
        const MeshPoint& point = face.point(kOfShapes[i]);
        places[2 * i] = point.x;
        places[2 * i + 1] = point.y;
    }
    const std::vector<float> made = m_net.of(places).front();
    Blendshapes shapes{};
    std::ranges::transform(made, shapes.begin(), [](float value) {
        return std::isfinite(value) ? std::clamp(value, 0.0F, 1.0F) : 0.0F;
    });
    return shapes;
}

}
