#pragma once

#include "engine/features/face/expression_net.h"
#include "engine/features/face/face_detector.h"

#include <optional>

namespace engine {

/// A face and what is seen in it.
struct FaceLook {
    FaceBox box; ///< in the picture's pixels, as the detector gives it
    float score = 0.0F; ///< the detector's
    SeenExpression seen;
};

/// The part of a picture that shows a face as the pictures that ExpressionNet learnt from do: measured on 309
/// of FER2013's, of which FaceDetector's box covers 0.93 of the width, its middle 0.02 right of and 0.05
/// below the picture's.
FaceBox expressionPart(const FaceBox& detected);

/// That part as ExpressionNet takes it; what reaches beyond the picture repeats its edge.
std::vector<float> expressionCrop(const GrayPicture& picture, const FaceBox& detected);

/// Looks at the largest face of one picture after the other. A face is looked for where it was before, and in
/// the whole picture when it is lost, or twice a second. Not thread-safe.
class FaceLooker {
public:
    /// @param net  stays as long as this
    explicit FaceLooker(const ExpressionNet& net) : m_net(net) { }

    /// @param time  seconds; not before the last one's
    std::optional<FaceLook> lookAt(const GrayPicture& picture, double time);

private:
    std::optional<DetectedFace> find(const GrayPicture& picture, double time);

    const ExpressionNet& m_net;
    FaceDetector m_detector;
    std::optional<FaceBox> m_last;
    double m_searched = -1e9; ///< when the whole picture was looked at
};

/// The largest face of a single picture, which is enlarged when it is too small for the detector.
std::optional<FaceLook> lookAtOnce(const GrayPicture& picture, const ExpressionNet& net);

}
