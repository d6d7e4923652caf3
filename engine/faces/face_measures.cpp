#include "engine/faces/face_measures.h"

namespace engine {

FaceMeasures measuresOf(const FaceLandmarks& p)
{
    const auto apart = [&](std::size_t a, std::size_t b) { return (p[a] - p[b]).length(); };
    const FacePoint right = (p[36] + p[39]) * 0.5F;
    const FacePoint left = (p[42] + p[45]) * 0.5F;
    const FacePoint across = left - right;
    FaceMeasures measures;
    const float distance = across.length();
    if (!(distance > 0.0F))
        return measures;
    measures.eyeDistance = distance;
    // Downwards in the face: at a right angle to the line through the eyes, so that a tilted head measures
    // the same.
    const FacePoint down{-across.y / distance, across.x / distance};
    const auto below = [&](FacePoint a, FacePoint b) { return (a.x - b.x) * down.x + (a.y - b.y) * down.y; };
    measures.mouthOpen = (apart(61, 67) + apart(62, 66) + apart(63, 65)) / 3.0F / distance;
    measures.mouthWide = apart(48, 54) / distance;
    measures.smile = below((p[51] + p[57]) * 0.5F, (p[48] + p[54]) * 0.5F) / distance;
    measures.brow
        = (below((p[37] + p[38]) * 0.5F, p[19]) + below((p[43] + p[44]) * 0.5F, p[24])) / 2.0F / distance;
    const float widths[] = {apart(36, 39), apart(42, 45)};
    const float openings[] = {apart(37, 41) + apart(38, 40), apart(43, 47) + apart(44, 46)};
    for (std::size_t i = 0; i < 2; ++i)
        measures.eye += widths[i] > 0.0F ? openings[i] / (2.0F * widths[i]) / 2.0F : 0.0F;
    return measures;
}

}
