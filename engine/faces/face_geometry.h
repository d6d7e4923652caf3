#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace engine {

/// A point of a picture, in pixels; the middle of the first pixel is 0, 0.
struct FacePoint {
    float x = 0.0F;
    float y = 0.0F;

    friend FacePoint operator+(FacePoint a, FacePoint b) { return {a.x + b.x, a.y + b.y}; }
    friend FacePoint operator-(FacePoint a, FacePoint b) { return {a.x - b.x, a.y - b.y}; }
    friend FacePoint operator*(FacePoint a, float factor) { return {a.x * factor, a.y * factor}; }
    float length() const { return std::hypot(x, y); }
    friend bool operator==(const FacePoint&, const FacePoint&) = default;
};

/// The landmarks of the iBUG 300-W scheme: jaw 0–16, brows 17–26, nose 27–35, eyes 36–47, mouth 48–67; the
/// subject's right is on the picture's left.
using FaceLandmarks = std::array<FacePoint, 68>;

/// A face's box in a picture, in pixels.
struct FaceBox {
    float x0 = 0.0F;
    float y0 = 0.0F;
    float x1 = 0.0F;
    float y1 = 0.0F;

    float width() const { return x1 - x0; }
    float height() const { return y1 - y0; }
    FacePoint centre() const { return {(x0 + x1) / 2.0F, (y0 + y1) / 2.0F}; }
    /// The part of both areas together that they share.
    float overlap(const FaceBox& other) const
    {
        const float w = std::min(x1, other.x1) - std::max(x0, other.x0);
        const float h = std::min(y1, other.y1) - std::max(y0, other.y0);
        if (w <= 0.0F || h <= 0.0F)
            return 0.0F;
        const float shared = w * h;
        return shared / (width() * height() + other.width() * other.height() - shared);
    }
    friend bool operator==(const FaceBox&, const FaceBox&) = default;
};

}
