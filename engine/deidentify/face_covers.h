#pragma once

#include "engine/deidentify/face_plan.h"

#include <cstdint>
#include <span>
#include <string>

namespace engine {

enum class FaceCover {
    Blur, ///< 12 pixels across and back, then a Gaussian of a sixth of the width; can be undone in part
    Pixelate, ///< 8 cells across; can be undone in part
    Mask ///< one colour
};

/// By how much of their width boxes grow: masks 0.6, so that they take hair and ears as well; others 0.4.
float widening(FaceCover cover);

/// Hides the places in a picture.
/// @param bgra    height rows of width × 4 bytes
/// @param points  draws the 68 landmarks on masks, where they are known: expression stays to be seen, and a part
///                of who it is
void coverFaces(std::span<std::uint8_t> bgra, int width, int height, const std::vector<CoveredFace>& faces, FaceCover cover,
                bool points);

}
