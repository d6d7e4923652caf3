#pragma once

#include "engine/faces/face_geometry.h"
#include "engine/media/video_frame.h"

#include <optional>
#include <vector>

namespace engine {

/// How faces are cut out for a model (MME2E, Dai et al., NAACL 2021).
struct FaceCropOptions {
    int side = 48; ///< pixels of the result
    int margin = 2; ///< of them, around the box
    std::array<float, 3> mean{159.0F, 111.0F, 102.0F}; ///< of red, green, blue, 0…255
    std::array<float, 3> deviation{37.0F, 33.0F, 32.0F};
};

/// The part of a picture that faceCrop() cuts out, in pixels. It may reach beyond a very small picture.
FaceBox faceCropPart(const VideoFrame& frame, const std::optional<FaceBox>& box,
                     const FaceCropOptions& options = {});

/// A face as a square picture: the box grows about its middle by the margin, is cut to the picture, and each
/// direction is scaled by itself; values less `mean`, over `deviation`.
///
/// @param box  its edges, pixel j covering j to j + 1 (half a pixel more than a FaceSight's); none: the
/// square of side · height / 360 in the middle of the picture. @return red, green, blue: 3 × side × side
std::vector<float> faceCrop(const VideoFrame& frame, const std::optional<FaceBox>& box,
                            const FaceCropOptions& options = {});

}
