#include "engine/features/face/landmark_model.h"

#include "engine/core/error.h"
#include "engine/faces/landmark_package.h"

#include <cstdint>
#include <dlib/image_processing/shape_predictor.h>
#include <fstream>
#include <span>

namespace engine {

namespace {

constexpr std::size_t kPoints = std::tuple_size_v<FaceLandmarks>;
constexpr std::size_t kCoordinates = 2 * kPoints;
constexpr std::size_t kTreesInGroup = 16; ///< whose leaves are added in 16 bits
constexpr std::size_t kLeavesAhead = 24; ///< called for before they are added
constexpr float kLargestLeaf = 2047.0F;
static_assert(kLargestLeaf * kTreesInGroup < 32768.0F);

struct Split {
    std::uint16_t first = 0; ///< pixels whose difference is compared
    std::uint16_t second = 0;
    float threshold = 0.0F;
};

/// One step of the cascade: its trees look at the same pixels.
struct Stage {
    std::vector<std::uint16_t> anchors; ///< the landmark at which each pixel lies
    std::vector<FacePoint> offsets; ///< from there, in the mean shape's frame
    std::size_t trees = 0;
    std::vector<Split> splits; ///< of all trees, as many for each
    std::vector<std::int16_t> leaves; ///< of all trees: 136 values for each leaf
    float leafScale = 0.0F;
};

[[noreturn]] void refuse(const std::filesystem::path& path, const char* what)
{
    throw FormatError("not_a_landmark_model", path.string(), what);
}

template <typename Value>
Value next(std::istream& stream)
{
    Value value;
    using dlib::deserialize;
    deserialize(value, stream);
    return value;
}

/// A tree's leaves become whole numbers once all leaves of the stage are known.
void addTree(Stage& stage, std::vector<float>& leaves, const dlib::impl::regression_tree& tree,
             const std::filesystem::path& path)
{
    if (tree.leaf_values.size() != tree.splits.size() + 1)
        refuse(path, "a tree has splits that do not fit its leaves");
    for (const dlib::impl::split_feature& split : tree.splits)
        stage.splits.push_back(
            {static_cast<std::uint16_t>(split.idx1), static_cast<std::uint16_t>(split.idx2), split.thresh});
    for (const auto& leaf : tree.leaf_values) {
        if (leaf.size() != static_cast<long>(kCoordinates))
            refuse(path, "a tree has leaves of another size than 68 points");
        leaves.insert(leaves.end(), leaf.begin(), leaf.end());
    }
    if (stage.splits.size() != ++stage.trees * tree.splits.size())
        refuse(path, "trees differ in their sizes");
}

void quantise(Stage& stage, const std::vector<float>& leaves)
{
    float largest = 1e-12F;
    for (const float value : leaves)
        largest = std::max(largest, std::abs(value));
    stage.leafScale = largest / kLargestLeaf;
    stage.leaves.reserve(leaves.size());
    for (const float value : leaves)
        stage.leaves.push_back(static_cast<std::int16_t>(std::lround(value / stage.leafScale)));
}

/// Turn and scale, least squares, from one shape to another (about their means).
struct Similarity {
    float cosine = 1.0F;
    float sine = 0.0F;
};

Similarity similarity(const FaceLandmarks& from, const FaceLandmarks& to)
{
    FacePoint meanFrom;
    FacePoint meanTo;
    for (std::size_t i = 0; i < kPoints; ++i) {
        meanFrom = meanFrom + from[i] * (1.0F / kPoints);
        meanTo = meanTo + to[i] * (1.0F / kPoints);
    }
    float size = 0.0F;
    Similarity result{0.0F, 0.0F};
    for (std::size_t i = 0; i < kPoints; ++i) {
        const FacePoint a = from[i] - meanFrom;
        const FacePoint b = to[i] - meanTo;
        size += a.x * a.x + a.y * a.y;
        result.cosine += a.x * b.x + a.y * b.y;
        result.sine += a.x * b.y - a.y * b.x;
    }
    return {result.cosine / size, result.sine / size};
}

}

class LandmarkModel::Impl {
public:
    explicit Impl(const std::filesystem::path& path)
    {
        std::ifstream stream(path, std::ios::binary);
        if (!stream)
            throw IoError("file_not_found", path.string(),
                          "the landmark model is not there; the package libdlib-data brings it");
        try {
            read(stream, path);
        } catch (const dlib::serialization_error& error) {
            refuse(path, error.what());
        } catch (const std::bad_alloc&) {
            refuse(path, "sizes in the file are far too large");
        }
    }

    /// The mean of the boxes' landmarks. The boxes go through the trees together, which are many times larger
    /// than a cache.
    FaceLandmarks of(const GrayPicture& picture, std::span<const FaceBox> boxes) const
    {
        std::vector<FaceLandmarks> shapes(boxes.size(), m_mean);
        std::vector<std::vector<float>> pixels(boxes.size());
        std::vector<const std::int16_t*> leaves;
        for (const Stage& stage : m_stages) {
            for (std::size_t i = 0; i < boxes.size(); ++i)
                look(stage, picture, boxes[i], shapes[i], pixels[i]);
            step(stage, pixels, shapes, leaves);
        }
        FaceLandmarks mean{};
        const float part = 1.0F / static_cast<float>(boxes.size());
        for (std::size_t i = 0; i < boxes.size(); ++i) {
            for (std::size_t k = 0; k < kPoints; ++k)
                mean[k] = mean[k]
                    + FacePoint{boxes[i].x0 + shapes[i][k].x * boxes[i].width(),
                                boxes[i].y0 + shapes[i][k].y * boxes[i].height()}
                        * part;
        }
        return mean;
    }

private:
    void read(std::istream& stream, const std::filesystem::path& path)
    {
        if (next<int>(stream) != 1)
            refuse(path, "another version than 1");
        const auto mean = next<dlib::matrix<float, 0, 1>>(stream);
        if (mean.size() != static_cast<long>(kCoordinates))
            refuse(path, "another number of points than 68");
        for (std::size_t i = 0; i < kPoints; ++i)
            m_mean[i] = {mean(static_cast<long>(2 * i)), mean(static_cast<long>(2 * i + 1))};
        const auto stages = next<unsigned long>(stream);
        for (unsigned long s = 0; s < stages; ++s) {
            Stage& stage = m_stages.emplace_back();
            std::vector<float> leaves;
            const auto trees = next<unsigned long>(stream);
            for (unsigned long t = 0; t < trees; ++t)
                addTree(stage, leaves, next<dlib::impl::regression_tree>(stream), path);
            quantise(stage, leaves);
        }
        const auto anchors = next<std::vector<std::vector<unsigned long>>>(stream);
        const auto offsets = next<std::vector<std::vector<dlib::vector<float, 2>>>>(stream);
        if (anchors.size() != m_stages.size() || offsets.size() != m_stages.size())
            refuse(path, "pixels that do not fit the stages");
        for (std::size_t s = 0; s < m_stages.size(); ++s)
            setPixels(m_stages[s], anchors[s], offsets[s], path);
    }

    static void setPixels(Stage& stage, const std::vector<unsigned long>& anchors,
                          const std::vector<dlib::vector<float, 2>>& offsets,
                          const std::filesystem::path& path)
    {
        if (anchors.size() != offsets.size())
            refuse(path, "pixels without an offset");
        for (std::size_t i = 0; i < anchors.size(); ++i) {
            if (anchors[i] >= kPoints)
                refuse(path, "a pixel at a point that there is not");
            stage.anchors.push_back(static_cast<std::uint16_t>(anchors[i]));
            stage.offsets.push_back({offsets[i].x(), offsets[i].y()});
        }
        for (const Split& split : stage.splits) {
            if (split.first >= anchors.size() || split.second >= anchors.size())
                refuse(path, "a tree that asks for a pixel that there is not");
        }
    }

    void look(const Stage& stage, const GrayPicture& picture, const FaceBox& face, const FaceLandmarks& shape,
              std::vector<float>& pixels) const
    {
        const Similarity turn = similarity(m_mean, shape);
        pixels.resize(stage.anchors.size());
        for (std::size_t i = 0; i < pixels.size(); ++i) {
            const FacePoint offset = stage.offsets[i];
            const FacePoint anchor = shape[stage.anchors[i]];
            const float u = anchor.x + turn.cosine * offset.x - turn.sine * offset.y;
            const float v = anchor.y + turn.sine * offset.x + turn.cosine * offset.y;
            const float x = std::floor(face.x0 + u * face.width() + 0.5F);
            const float y = std::floor(face.y0 + v * face.height() + 0.5F);
            const bool isInside = x >= 0.0F && y >= 0.0F && x < static_cast<float>(picture.width)
                && y < static_cast<float>(picture.height);
            const std::size_t at = isInside
                ? static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width)
                    + static_cast<std::size_t>(x)
                : 0;
            pixels[i] = isInside ? static_cast<float>(picture.pixels[at]) : 0.0F;
        }
    }

    static std::size_t leafOf(const Split* nodes, std::size_t splits, const std::vector<float>& pixels)
    {
        std::size_t node = 0;
        while (node < splits) {
            const Split& split = nodes[node];
            node = pixels[split.first] - pixels[split.second] > split.threshold ? 2 * node + 1 : 2 * node + 2;
        }
        return node - splits;
    }

    static void add(const std::int16_t* leaf, std::array<std::int16_t, kCoordinates>& sums)
    {
        for (std::size_t k = 0; k < kCoordinates; ++k)
            sums[k] = static_cast<std::int16_t>(sums[k] + leaf[k]);
    }

    /// The leaves that the pixels of each shape lead to: those of all shapes in the first tree, in the second,
    /// …
    static void findLeaves(const Stage& stage, const std::vector<std::vector<float>>& pixels,
                           std::vector<const std::int16_t*>& found)
    {
        const std::size_t splits = stage.splits.size() / stage.trees;
        found.clear();
        for (std::size_t tree = 0; tree < stage.trees; ++tree) {
            const Split* nodes = stage.splits.data() + tree * splits;
            const std::int16_t* leaves = stage.leaves.data() + tree * (splits + 1) * kCoordinates;
            for (const std::vector<float>& ofShape : pixels)
                found.push_back(leaves + leafOf(nodes, splits, ofShape) * kCoordinates);
        }
    }

    /// Leaves are scattered over more memory than a cache holds, so they are called for before they are added.
    static void fetch(const std::int16_t* leaf)
    {
        constexpr std::size_t kCacheLine = 64 / sizeof(std::int16_t);
        for (std::size_t k = 0; k < kCoordinates; k += kCacheLine)
            __builtin_prefetch(leaf + k);
    }

    static void step(const Stage& stage, const std::vector<std::vector<float>>& pixels,
                     std::vector<FaceLandmarks>& shapes, std::vector<const std::int16_t*>& leaves)
    {
        if (stage.trees == 0)
            return;
        std::vector<std::array<std::int32_t, kCoordinates>> sums(shapes.size());
        std::vector<std::array<std::int16_t, kCoordinates>> groups(shapes.size());
        findLeaves(stage, pixels, leaves);
        for (std::size_t tree = 0; tree < stage.trees; ++tree) {
            const bool endsGroup = tree + 1 == stage.trees || tree % kTreesInGroup + 1 == kTreesInGroup;
            for (std::size_t i = 0; i < shapes.size(); ++i) {
                const std::size_t at = tree * shapes.size() + i;
                if (at + kLeavesAhead < leaves.size())
                    fetch(leaves[at + kLeavesAhead]);
                add(leaves[at], groups[i]);
                if (!endsGroup)
                    continue;
                for (std::size_t k = 0; k < kCoordinates; ++k)
                    sums[i][k] += groups[i][k];
                groups[i].fill(0);
            }
        }
        for (std::size_t i = 0; i < shapes.size(); ++i) {
            for (std::size_t k = 0; k < kPoints; ++k) {
                shapes[i][k].x += static_cast<float>(sums[i][2 * k]) * stage.leafScale;
                shapes[i][k].y += static_cast<float>(sums[i][2 * k + 1]) * stage.leafScale;
            }
        }
    }

    FaceLandmarks m_mean{};
    std::vector<Stage> m_stages;
};

std::filesystem::path LandmarkModel::installedPath()
{
    return landmarkModelPath();
}

LandmarkModel::LandmarkModel(const std::filesystem::path& path) : m_impl(std::make_unique<Impl>(path)) { }
LandmarkModel::~LandmarkModel() = default;
LandmarkModel::LandmarkModel(LandmarkModel&&) noexcept = default;
LandmarkModel& LandmarkModel::operator=(LandmarkModel&&) noexcept = default;

FaceLandmarks LandmarkModel::of(const GrayPicture& picture, const FaceBox& face) const
{
    return m_impl->of(picture, {&face, 1});
}

FaceLandmarks LandmarkModel::steady(const GrayPicture& picture, const FaceBox& face) const
{
    const FacePoint middle = face.centre();
    std::array<FaceBox, 3> boxes;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const float scale = 0.475F + 0.025F * static_cast<float>(i);
        const FacePoint half{face.width() * scale, face.height() * scale};
        boxes[i] = {middle.x - half.x, middle.y - half.y, middle.x + half.x, middle.y + half.y};
    }
    return m_impl->of(picture, boxes);
}

}
