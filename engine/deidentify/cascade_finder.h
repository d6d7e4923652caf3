#pragma once

#include "engine/features/face/face_detector.h"
#include "engine/media/video_frame.h"

#include <memory>
#include <vector>

namespace engine {

struct CascadeHit {
    FaceBox box; ///< in the frame's pixels
    bool isConfirmed = false; ///< a second finder sees a face there as well
};

/// Looks for faces by another way than the one that hides them: OpenCV's cascades of Haar-like features (Viola and
/// Jones, CVPR 2001; Lienhart and Maydt, ICIP 2002), frontal in two versions and in profile from both sides, over
/// the picture at two scales. A face is confirmed where two of the cascades agree, or dlib's detector at four
/// fifths of its usual threshold.
class CascadeFinder {
public:
    /// @throws IoError (`file_not_found`) naming the package, where the cascades are not installed.
    CascadeFinder();
    ~CascadeFinder();

    std::vector<CascadeHit> find(const VideoFrame& frame);

private:
    struct Cascades;
    std::unique_ptr<Cascades> m_cascades;
    FaceDetector m_detector;
};

}
