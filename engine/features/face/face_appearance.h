#pragma once

#include "engine/faces/face_geometry.h"
#include "engine/media/video_frame.h"

#include <array>
#include <vector>

namespace engine {

/// What a person looks like, as far as it tells people of one video apart: colours of face, hair and clothes,
/// and the shape of the face. The mean of what was seen so far.
class FaceAppearance {
public:
    FaceAppearance() = default;
    /// @param landmarks  in the frame's pixels.
    FaceAppearance(const VideoFrame& frame, const FaceLandmarks& landmarks);

    /// From 0 (alike) to 1. Parts that one of both has not seen do not count.
    float distance(const FaceAppearance& other) const;
    /// Takes this sight into the mean; the last 20 count most.
    void add(const FaceAppearance& sight);

private:
    static constexpr std::size_t kAreas = 3; ///< face, hair, chest
    static constexpr std::size_t kShapePoints = 17;

    std::array<std::vector<float>, kAreas>
        m_colours; ///< histograms of sum 1; empty where the area is out of sight
    std::array<FacePoint, kShapePoints> m_shape{};
    float m_sights = 0.0F;
};

}
