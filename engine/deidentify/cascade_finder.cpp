#include "engine/deidentify/cascade_finder.h"

#include "engine/core/error.h"

#include <array>
#include <filesystem>
#include <opencv2/imgproc.hpp>
#include <opencv2/objdetect.hpp>

namespace engine {

namespace {

constexpr auto kFolder = "/usr/share/opencv4/haarcascades";
constexpr std::array kFrontal{"haarcascade_frontalface_default.xml", "haarcascade_frontalface_alt2.xml"};
constexpr auto kProfile = "haarcascade_profileface.xml";
constexpr int kLargest = 640; // pixels of a picture's longer side
constexpr int kLeastFace = 24; // pixels, of what is looked at
constexpr double kStep = 1.1;
constexpr int kNeighbours = 4;
constexpr float kSame = 0.3F; // overlap of two hits of one face
constexpr float kLessThanUsual = -0.2F; // dlib's usual threshold is 0 on a scale of about 1
constexpr int kConfirmWidth = 160; // pixels, of a hit and as much again around it

cv::CascadeClassifier opened(const char* name)
{
    const std::filesystem::path file = std::filesystem::path(kFolder) / name;
    cv::CascadeClassifier cascade;
    if (!std::filesystem::exists(file) || !cascade.load(file.string()))
        throw IoError("file_not_found", file.string(),
                      "is not there; the package opencv-data has it, by which hidden faces are verified");
    return cascade;
}

}

struct CascadeFinder::Cascades {
    std::array<cv::CascadeClassifier, 2> frontal{opened(kFrontal[0]), opened(kFrontal[1])};
    cv::CascadeClassifier profile = opened(kProfile);

    /// Hits of each of the four ways to look, in the pixels of `picture` times `scale`.
    std::array<std::vector<FaceBox>, 4> look(const cv::Mat& picture, double scale)
    {
        cv::Mat mirrored;
        cv::flip(picture, mirrored, 1);
        std::array<std::vector<FaceBox>, 4> hits;
        for (std::size_t way = 0; way < hits.size(); ++way) {
            cv::CascadeClassifier& cascade = way < 2 ? frontal[way] : profile;
            std::vector<cv::Rect> found;
            cascade.detectMultiScale(way == 3 ? mirrored : picture, found, kStep, kNeighbours, 0, {kLeastFace, kLeastFace});
            for (const cv::Rect& box : found) {
                const double x = way == 3 ? picture.cols - box.x - box.width : box.x;
                hits[way].push_back({static_cast<float>(x * scale), static_cast<float>(box.y * scale),
                                     static_cast<float>((x + box.width) * scale),
                                     static_cast<float>((box.y + box.height) * scale)});
            }
        }
        return hits;
    }
};

CascadeFinder::CascadeFinder() : m_cascades(std::make_unique<Cascades>()) { }
CascadeFinder::~CascadeFinder() = default;

std::vector<CascadeHit> CascadeFinder::find(const VideoFrame& frame)
{
    const GrayPicture gray = grayOf(frame);
    const cv::Mat whole(gray.height, gray.width, CV_8UC1, const_cast<std::uint8_t*>(gray.pixels.data())); // only read
    std::array<std::vector<FaceBox>, 4> hits;
    const double first = std::max(1.0, static_cast<double>(std::max(gray.width, gray.height)) / kLargest);
    for (const double scale : {first, 2 * first}) {
        cv::Mat picture;
        cv::resize(whole, picture, {}, 1 / scale, 1 / scale, cv::INTER_AREA);
        auto found = m_cascades->look(picture, scale);
        for (std::size_t way = 0; way < hits.size(); ++way)
            hits[way].insert(hits[way].end(), found[way].begin(), found[way].end());
    }
    std::vector<CascadeHit> faces;
    for (std::size_t way = 0; way < hits.size(); ++way) {
        for (const FaceBox& box : hits[way]) {
            auto known = std::ranges::find_if(faces, [&](const CascadeHit& hit) { return hit.box.overlap(box) >= kSame; });
            if (known == faces.end()) {
                const FaceBox around{box.x0 - box.width() / 2, box.y0 - box.height() / 2, box.x1 + box.width() / 2,
                                     box.y1 + box.height() / 2};
                faces.push_back({box, !m_detector.detect(gray, around, 2 * kConfirmWidth, kLessThanUsual).empty()});
                known = std::prev(faces.end());
            }
            for (std::size_t other = 0; other < hits.size() && !known->isConfirmed; ++other) {
                known->isConfirmed = other != way && std::ranges::any_of(hits[other], [&](const FaceBox& second) {
                    return second.overlap(box) >= kSame;
                });
            }
        }
    }
    return faces;
}

}
