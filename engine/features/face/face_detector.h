#pragma once

#include "engine/faces/face_geometry.h"
#include "engine/features/face/gray_picture.h"

#include <memory>
#include <vector>

namespace engine {

struct DetectedFace {
    FaceBox box;
    float score = 0.0F; ///< the detector's
};

/// dlib's frontal faces: histograms of oriented gradients and five linear filters (King, Max-margin object
/// detection, 2015). Not thread-safe.
class FaceDetector {
public:
    FaceDetector();
    ~FaceDetector();
    FaceDetector(FaceDetector&&) noexcept;
    FaceDetector& operator=(FaceDetector&&) noexcept;

    /// Faces of 80 pixels or more, strongest first.
    std::vector<DetectedFace> detect(const GrayPicture& picture);
    /// Faces in a part of the picture, which is looked at in another size: `width` pixels. Boxes are the
    /// picture's.
    /// @param leastScore  below 0 where a face is expected.
    std::vector<DetectedFace> detect(const GrayPicture& picture, const FaceBox& part, int width,
                                     float leastScore = 0.0F);

    /// In the picture at half its size; where there is none, in the picture as it is. Strongest first.
    std::vector<DetectedFace> detectSoon(const GrayPicture& picture);

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

}
