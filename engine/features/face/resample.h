#pragma once

#include "engine/faces/face_geometry.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace engine {

/// Bytes of a picture: `channels` values a pixel, of which `channel` is meant.
struct PictureBytes {
    std::span<const std::uint8_t> bytes;
    int width = 0;
    int height = 0;
    int channels = 1;
    int channel = 0;
};

/// A part of a picture at another size, each direction by itself: bilinear with anti-aliasing, as Pillow does
/// it. Pixel j covers j to j + 1; what lies outside of the picture has no weight.
/// @return height × width values
std::vector<float> resample(const PictureBytes& picture, const FaceBox& part, int width, int height);

}
