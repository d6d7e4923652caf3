#include "engine/features/face/face_appearance.h"

#include <cmath>

namespace engine {

namespace {

constexpr std::size_t kLevels = 5; ///< of each colour
constexpr float kMostSights = 20.0F;
constexpr float kFarShape = 0.2F; ///< root mean square distance of shapes, in eye distances, that counts as 1
constexpr float kShapeWeight = 0.25F;
constexpr float kInSight = 0.3F; ///< part of an area that must lie in the picture

/// Points that neither speaking nor blinking moves much.
constexpr std::array<std::size_t, 17> kSteady{0, 2, 4, 6, 8, 10, 12, 14, 16, 27, 30, 31, 33, 35, 36, 45, 51};

/// An area beside a face: in eye distances from the middle between the eyes.
struct Area {
    float x0;
    float y0;
    float x1;
    float y1;
};
constexpr std::array<Area, 3> kAreasOfFace{
    {{-0.8F, -0.3F, 0.8F, 1.4F}, {-0.8F, -1.7F, 0.8F, -0.9F}, {-1.3F, 2.5F, 1.3F, 3.6F}}};

/// Counts a colour in the eight nearest cells.
void count(std::vector<float>& cells, const std::uint8_t* bgr)
{
    std::array<std::size_t, 3> low{};
    std::array<float, 3> part{};
    for (std::size_t c = 0; c < 3; ++c) {
        const float place = static_cast<float>(bgr[c]) / 255.0F * static_cast<float>(kLevels - 1);
        low[c] = std::min(kLevels - 2, static_cast<std::size_t>(place));
        part[c] = place - static_cast<float>(low[c]);
    }
    for (std::size_t corner = 0; corner < 8; ++corner) {
        float weight = 1.0F;
        std::size_t cell = 0;
        for (std::size_t c = 0; c < 3; ++c) {
            const bool isHigh = (corner >> c & 1U) != 0;
            weight *= isHigh ? part[c] : 1.0F - part[c];
            cell = cell * kLevels + low[c] + (isHigh ? 1 : 0);
        }
        cells[cell] += weight;
    }
}

std::vector<float> coloursOf(const VideoFrame& frame, FacePoint eyes, float distance, const Area& area)
{
    const float x0 = eyes.x + area.x0 * distance;
    const float x1 = eyes.x + area.x1 * distance;
    const float y0 = eyes.y + area.y0 * distance;
    const float y1 = eyes.y + area.y1 * distance;
    const int left = std::max(0, static_cast<int>(x0));
    const int right = std::min(frame.width, static_cast<int>(x1));
    const int top = std::max(0, static_cast<int>(y0));
    const int bottom = std::min(frame.height, static_cast<int>(y1));
    const float inside
        = static_cast<float>(std::max(0, right - left)) * static_cast<float>(std::max(0, bottom - top));
    if (inside < kInSight * (x1 - x0) * (y1 - y0))
        return {};
    std::vector<float> cells(kLevels * kLevels * kLevels);
    const int step = std::max(1, static_cast<int>(std::sqrt(inside / 1500.0F)));
    float pixels = 0.0F;
    for (int y = top; y < bottom; y += step) {
        for (int x = left; x < right; x += step) {
            count(cells,
                  frame.bgra.data()
                      + 4
                          * (static_cast<std::size_t>(y) * static_cast<std::size_t>(frame.width)
                             + static_cast<std::size_t>(x)));
            pixels += 1.0F;
        }
    }
    for (float& cell : cells)
        cell /= std::max(1.0F, pixels);
    return cells;
}

/// √(1 − Σ √(pq)): 0 for equal histograms, 1 for such without a common colour.
float hellinger(const std::vector<float>& a, const std::vector<float>& b)
{
    float common = 0.0F;
    for (std::size_t i = 0; i < a.size(); ++i)
        common += std::sqrt(a[i] * b[i]);
    return std::sqrt(std::max(0.0F, 1.0F - common));
}

}

FaceAppearance::FaceAppearance(const VideoFrame& frame, const FaceLandmarks& landmarks) : m_sights(1.0F)
{
    const FacePoint right = (landmarks[36] + landmarks[39]) * 0.5F;
    const FacePoint left = (landmarks[42] + landmarks[45]) * 0.5F;
    const FacePoint across = left - right;
    for (std::size_t i = 0; i < kAreas; ++i)
        m_colours[i] = coloursOf(frame, (left + right) * 0.5F, across.length(), kAreasOfFace[i]);
    const float square = std::max(1e-6F, across.x * across.x + across.y * across.y);
    for (std::size_t i = 0; i < kShapePoints; ++i) {
        const FacePoint offset = landmarks[kSteady[i]] - (left + right) * 0.5F;
        m_shape[i] = {(offset.x * across.x + offset.y * across.y) / square,
                      (offset.y * across.x - offset.x * across.y) / square};
    }
}

float FaceAppearance::distance(const FaceAppearance& other) const
{
    float colours = 0.0F;
    float areas = 0.0F;
    for (std::size_t i = 0; i < kAreas; ++i) {
        if (m_colours[i].empty() || other.m_colours[i].empty())
            continue;
        colours += hellinger(m_colours[i], other.m_colours[i]);
        areas += 1.0F;
    }
    float square = 0.0F;
    for (std::size_t i = 0; i < kShapePoints; ++i) {
        const FacePoint apart = m_shape[i] - other.m_shape[i];
        square += (apart.x * apart.x + apart.y * apart.y) / kShapePoints;
    }
    const float shape = std::min(1.0F, std::sqrt(square) / kFarShape);
    return areas > 0.0F ? (1.0F - kShapeWeight) * colours / areas + kShapeWeight * shape : shape;
}

void FaceAppearance::add(const FaceAppearance& sight)
{
    if (m_sights == 0.0F) {
        *this = sight;
        return;
    }
    m_sights = std::min(kMostSights, m_sights + 1.0F);
    const float part = 1.0F / m_sights;
    for (std::size_t i = 0; i < kAreas; ++i) {
        if (m_colours[i].empty())
            m_colours[i] = sight.m_colours[i];
        for (std::size_t k = 0; k < m_colours[i].size() && !sight.m_colours[i].empty(); ++k)
            m_colours[i][k] += part * (sight.m_colours[i][k] - m_colours[i][k]);
    }
    for (std::size_t i = 0; i < kShapePoints; ++i)
        m_shape[i] = m_shape[i] + (sight.m_shape[i] - m_shape[i]) * part;
}

}
