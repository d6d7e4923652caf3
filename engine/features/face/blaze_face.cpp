#include "engine/features/face/blaze_face.h"

#include "engine/features/face/blaze_net.h"
#include "engine/nets/one_core.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace engine {

namespace {

constexpr std::size_t kSide = 128; // pixels
constexpr std::size_t kFine = 16; // cells of a side
constexpr std::size_t kCoarse = 8;
constexpr std::int64_t kFineAnchors = 2; // of a cell
constexpr std::int64_t kCoarseAnchors = 6;
constexpr std::size_t kNumbers = 16; // of an anchor: a box's middle and size, six marks
constexpr float kLeastSpotted = 0.5F;
constexpr float kLeastOverlap = 0.3F; // of two boxes of one face

/// A face in the part's own coordinates, from 0 to 1.
struct Candidate {
    float score = 0.0F;
    FaceBox box;
    std::array<FacePoint, 6> marks{};
};

/// Candidates of a grid of cells. @param boxes  anchors of a cell × kNumbers planes
void takeCandidates(const Planes& scores, const Planes& boxes, std::vector<Candidate>& candidates)
{
    const std::size_t anchors = scores.channels;
    for (std::size_t cell = 0; cell < scores.area(); ++cell) {
        const FacePoint middle{
            (static_cast<float>(cell % scores.width) + 0.5F) / static_cast<float>(scores.width),
            (static_cast<float>(cell / scores.width) + 0.5F) / static_cast<float>(scores.height)};
        for (std::size_t anchor = 0; anchor < anchors; ++anchor) {
            const float score = 1.0F / (1.0F + std::exp(-scores.values[anchor * scores.area() + cell]));
            if (!(score >= kLeastSpotted))
                continue;
            const auto number = [&](std::size_t i) {
                return boxes.values[(anchor * kNumbers + i) * boxes.area() + cell]
                    / static_cast<float>(kSide);
            };
            Candidate& made = candidates.emplace_back();
            made.score = score;
            const FacePoint centre = middle + FacePoint{number(0), number(1)};
            made.box = {centre.x - number(2) / 2.0F, centre.y - number(3) / 2.0F, centre.x + number(2) / 2.0F,
                        centre.y + number(3) / 2.0F};
            for (std::size_t i = 0; i < made.marks.size(); ++i)
                made.marks[i] = middle + FacePoint{number(4 + 2 * i), number(5 + 2 * i)};
        }
    }
}

/// The mean of candidates, weighted by their scores; its score is the first one's.
Candidate blendOf(std::span<const Candidate> some)
{
    Candidate mean;
    float sum = 0.0F;
    for (const Candidate& each : some) {
        sum += each.score;
        mean.box.x0 += each.score * each.box.x0;
        mean.box.y0 += each.score * each.box.y0;
        mean.box.x1 += each.score * each.box.x1;
        mean.box.y1 += each.score * each.box.y1;
        for (std::size_t i = 0; i < mean.marks.size(); ++i)
            mean.marks[i] = mean.marks[i] + each.marks[i] * each.score;
    }
    mean.score = some.front().score;
    mean.box = {mean.box.x0 / sum, mean.box.y0 / sum, mean.box.x1 / sum, mean.box.y1 / sum};
    for (FacePoint& mark : mean.marks)
        mark = mark * (1.0F / sum);
    return mean;
}

SpottedFace placedIn(const FaceRegion& part, const Candidate& candidate)
{
    const FacePoint first = part.placeOf(candidate.box.x0, candidate.box.y0);
    const FacePoint last = part.placeOf(candidate.box.x1, candidate.box.y1);
    SpottedFace face{{first.x, first.y, last.x, last.y}, {}, candidate.score};
    std::ranges::transform(candidate.marks, face.marks.begin(),
                           [&](FacePoint mark) { return part.placeOf(mark.x, mark.y); });
    return face;
}

}

BlazeFace BlazeFace::read(const std::filesystem::path& path)
{
    const NetFile file(path, "face_detector");
    BlazeFace net;
    net.m_trunk = layersIn(file, "trunk", 3);
    const std::size_t fine = net.m_trunk.back().made();
    net.m_deep = layersIn(file, "deep", fine);
    const std::size_t coarse = net.m_deep.back().made();
    net.m_fineScore = pointwiseIn(file, "fine.score", fine, kFineAnchors);
    net.m_fineBox = pointwiseIn(file, "fine.box", fine, kFineAnchors * static_cast<std::int64_t>(kNumbers));
    net.m_coarseScore = pointwiseIn(file, "coarse.score", coarse, kCoarseAnchors);
    net.m_coarseBox
        = pointwiseIn(file, "coarse.box", coarse, kCoarseAnchors * static_cast<std::int64_t>(kNumbers));
    const Planes cells = through(net.m_trunk, Planes(3, kSide, kSide));
    if (cells.width != kFine || through(net.m_deep, cells).width != kCoarse)
        file.refuse(
            "the layers that `halving` names do not make 16 × 16 and 8 × 8 cells of 128 × 128 pixels");
    return net;
}

std::vector<SpottedFace> BlazeFace::detect(const VideoFrame& picture, const FaceRegion& part) const
{
    const OneCore core;
    const Planes fine = through(m_trunk, cutOut(picture, part, kSide, {-1.0F, 1.0F}, Beyond::Black));
    const Planes coarse = through(m_deep, fine);
    std::vector<Candidate> candidates;
    takeCandidates(m_fineScore.of(fine), m_fineBox.of(fine), candidates);
    takeCandidates(m_coarseScore.of(coarse), m_coarseBox.of(coarse), candidates);
    std::ranges::stable_sort(candidates, std::ranges::greater(), &Candidate::score);
    std::vector<SpottedFace> faces;
    while (!candidates.empty()) {
        const FaceBox surest = candidates.front().box;
        const auto others = std::ranges::stable_partition(
            candidates, [&](const Candidate& each) { return each.box.overlap(surest) > kLeastOverlap; });
        const auto same = candidates.size() - others.size();
        if (same > 0)
            faces.push_back(placedIn(part, blendOf(std::span(candidates).first(same))));
        // A box without an area overlaps nothing, itself included.
        candidates.erase(candidates.begin(),
                         candidates.begin() + static_cast<std::ptrdiff_t>(std::max<std::size_t>(1, same)));
    }
    return faces;
}

}
