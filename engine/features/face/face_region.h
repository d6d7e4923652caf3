#pragma once

#include "engine/faces/face_geometry.h"
#include "engine/media/video_frame.h"
#include "engine/nets/planes.h"

namespace engine {

/// A square part of a picture, turned about its middle. Here pixel j of the picture covers j to j + 1, so
/// that the middle of the first pixel is 0.5, 0.5.
struct FaceRegion {
    float x = 0.0F; ///< of the middle
    float y = 0.0F;
    float side = 0.0F; ///< pixels
    float angle = 0.0F; ///< radians, clockwise in the picture

    /// The place of a point of the part, whose own x and y go from 0 to 1: as FacePoint has it, so that the
    /// middle of the picture's first pixel is 0, 0.
    FacePoint placeOf(float across, float down) const;
    friend bool operator==(const FaceRegion&, const FaceRegion&) = default;
};

/// The square that holds the whole picture.
FaceRegion wholePicture(const VideoFrame& picture);

/// What a part shows where it goes beyond its picture.
enum class Beyond { Black, Edge };

/// Values of black and white in what a net is given.
struct ShadeRange {
    float black = 0.0F;
    float white = 1.0F;
};

/// A part of a picture at another size, bilinear (not smoothed where it is reduced): red, green, blue, each
/// side × side values.
Planes cutOut(const VideoFrame& picture, const FaceRegion& region, std::size_t side, ShadeRange shades,
              Beyond beyond);

}
