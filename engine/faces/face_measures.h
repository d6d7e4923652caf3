#pragma once

#include "engine/faces/face_geometry.h"

namespace engine {

/// Distances of a face's landmarks over the distance of its eyes: geometry, not expressions. Each person has
/// a zero of their own; subtracting the video's median takes it off.
struct FaceMeasures {
    float eyeDistance = 0.0F; ///< of the eyes' middles, in pixels
    float mouthOpen = 0.0F; ///< mean of the inner lips' distances 61–67, 62–66, 63–65
    float mouthWide = 0.0F; ///< corner to corner, 48–54
    float smile = 0.0F; ///< how far the corners are above the middle of the lips
    float brow = 0.0F; ///< how far the brows are above the lids
    float eye = 0.0F; ///< eye aspect ratio: opening over width, below about 0.2 in a blink (Soukupová and
                      ///< Čech 2016)

    friend bool operator==(const FaceMeasures&, const FaceMeasures&) = default;
};

/// All 0 where the eyes coincide.
FaceMeasures measuresOf(const FaceLandmarks& landmarks);

}
