#pragma once

#include "engine/features/face/face_region.h"
#include "engine/nets/blaze_chain.h"

#include <array>
#include <filesystem>
#include <vector>

namespace engine {

/// A face as BlazeFace sees it.
struct SpottedFace {
    FaceBox box; ///< from brows to chin, in the picture's pixels
    /// The subject's right and left eye, the nose, the mouth, the right and left ear.
    std::array<FacePoint, 6> marks{};
    float score = 0.0F; ///< 0 to 1
};

/// Finds faces that are near the camera (BlazeFace, short range: Bazarevsky et al., 2019; the part
/// `face_mesh`). It sees its picture at 128 × 128: faces need about a sixth of the side. Can be used by
/// several threads.
class BlazeFace {
public:
    /// @throws IoError (`io`), FormatError (`bad_safetensors`, `face_detector`), which names the tensor.
    static BlazeFace read(const std::filesystem::path& path);

    /// Faces in a part of a picture, the surest first. Of those that overlap, the mean, weighted by their
    /// scores.
    std::vector<SpottedFace> detect(const VideoFrame& picture, const FaceRegion& part) const;

private:
    BlazeFace() = default;

    std::vector<BlazeLayer> m_trunk;
    std::vector<BlazeLayer> m_deep;
    Convolution m_fineScore;
    Convolution m_fineBox;
    Convolution m_coarseScore;
    Convolution m_coarseBox;
};

}
