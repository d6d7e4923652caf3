#include "engine/features/face/face_detector.h"

#include "engine/features/face/resample.h"

#include <dlib/array2d.h>
#include <dlib/image_processing/frontal_face_detector.h>

namespace engine {

class FaceDetector::Impl {
public:
    std::vector<DetectedFace> detect(const dlib::array2d<unsigned char>& picture, float leastScore)
    {
        std::vector<dlib::rect_detection> found;
        m_detector(picture, found, static_cast<double>(leastScore));
        std::vector<DetectedFace> faces;
        for (const dlib::rect_detection& face : found) {
            const auto& r = face.rect;
            faces.push_back({{static_cast<float>(r.left()), static_cast<float>(r.top()),
                              static_cast<float>(r.right()), static_cast<float>(r.bottom())},
                             static_cast<float>(face.detection_confidence)});
        }
        return faces;
    }

private:
    /// dlib unpacks the filters each time that it is asked for them.
    static const dlib::frontal_face_detector& unpacked()
    {
        static const dlib::frontal_face_detector detector = dlib::get_frontal_face_detector();
        return detector;
    }

    dlib::frontal_face_detector m_detector = unpacked();
};

FaceDetector::FaceDetector() : m_impl(std::make_unique<Impl>()) { }
FaceDetector::~FaceDetector() = default;
FaceDetector::FaceDetector(FaceDetector&&) noexcept = default;
FaceDetector& FaceDetector::operator=(FaceDetector&&) noexcept = default;

std::vector<DetectedFace> FaceDetector::detect(const GrayPicture& picture)
{
    dlib::array2d<unsigned char> image(picture.height, picture.width);
    std::copy(picture.pixels.begin(), picture.pixels.end(), image.begin());
    return m_impl->detect(image, 0.0F);
}

std::vector<DetectedFace> FaceDetector::detect(const GrayPicture& picture, const FaceBox& part, int width,
                                               float leastScore)
{
    if (!(part.width() > 0.0F) || !(part.height() > 0.0F))
        return {};
    const float scale = static_cast<float>(width) / part.width();
    const int height = std::max(1, static_cast<int>(std::lround(part.height() * scale)));
    const FaceBox edges{part.x0 + 0.5F, part.y0 + 0.5F, part.x1 + 0.5F, part.y1 + 0.5F};
    const std::vector<float> pixels
        = resample({picture.pixels, picture.width, picture.height}, edges, width, height);
    dlib::array2d<unsigned char> image(height, width);
    std::transform(pixels.begin(), pixels.end(), image.begin(),
                   [](float value) { return static_cast<unsigned char>(std::lround(value)); });
    std::vector<DetectedFace> faces = m_impl->detect(image, leastScore);
    for (DetectedFace& face : faces) {
        FaceBox& box = face.box;
        box = {part.x0 + (box.x0 + 0.5F) / scale, part.y0 + (box.y0 + 0.5F) / scale,
               part.x0 + (box.x1 + 0.5F) / scale, part.y0 + (box.y1 + 0.5F) / scale};
    }
    return faces;
}

std::vector<DetectedFace> FaceDetector::detectSoon(const GrayPicture& picture)
{
    const FaceBox whole{0.0F, 0.0F, static_cast<float>(picture.width), static_cast<float>(picture.height)};
    std::vector<DetectedFace> faces = detect(picture, whole, picture.width / 2);
    return faces.empty() ? detect(picture) : faces;
}

}
