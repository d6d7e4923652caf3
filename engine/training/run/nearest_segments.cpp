#include "engine/training/run/nearest_segments.h"

#include "engine/core/error.h"
#include "engine/core/segment_id.h"
#include "engine/models/networks/vat.h"
#include "engine/models/serving/model_file.h"
#include "engine/training/data/feature_shaping.h"
#include "engine/training/run/segment_tensors.h"

#include <algorithm>
#include <fmt/format.h>
#include <optional>

namespace engine {

namespace {

using Found = NearestSegments::Found;

std::optional<Found> segmentAt(const FeatureData& data, const std::string& video, double seconds)
{
    for (std::size_t f = 0; f < data.folds.size(); ++f) {
        const FoldData& fold = data.folds[f];
        for (std::size_t i = 0; i < fold.spans.size(); ++i) {
            const Interval& span = fold.spans[i];
            if (entryOfSegment(fold.ids[i]) == video && span.start <= seconds && seconds < span.end)
                return Found{f, i, 0.0};
        }
    }
    return std::nullopt;
}

/// All segments but one, those with the greatest scores first; of equal ones the earlier.
std::vector<Found> nearest(std::vector<Found> segments, const torch::Tensor& scores, std::size_t without,
                           std::size_t most)
{
    const auto values = scores.accessor<double, 1>();
    for (std::size_t i = 0; i < segments.size(); ++i)
        segments[i].score = values[static_cast<std::int64_t>(i)];
    segments.erase(segments.begin() + static_cast<std::ptrdiff_t>(without));
    const auto last = segments.begin() + static_cast<std::ptrdiff_t>(std::min(most, segments.size()));
    std::ranges::stable_sort(segments, std::greater<>(), &Found::score);
    segments.erase(last, segments.end());
    return segments;
}

}

NearestSegments nearestSegments(TrainedModel& trained, const FeatureData& data, const std::string& video,
                                double seconds, std::size_t most)
{
    auto* const vat = dynamic_cast<Vat*>(trained.model.get());
    if (!vat)
        throw FormatError("bad_model", trained.card.name,
                          "does not compare what is seen with what is heard; a VAT does");
    const std::optional<Found> asked = segmentAt(data, video, seconds);
    const auto isOf = [&video](const std::string& id) { return entryOfSegment(id) == video; };
    if (std::ranges::none_of(data.folds,
                             [&](const FoldData& fold) { return std::ranges::any_of(fold.ids, isOf); }))
        throw FormatError(
            "no_such_segment", data.source,
            fmt::format("no segment of a video {} is in the folds train, valid or test", video));
    if (!asked)
        throw FormatError(
            "no_such_segment", data.source,
            fmt::format("no segment that the model can compare holds {:.2f} s of {}", seconds, video));
    trained.model->eval();
    const torch::NoGradGuard noGradient;
    std::vector<Found> segments;
    std::vector<torch::Tensor> seen, heard;
    std::size_t own = 0;
    for (std::size_t f = 0; f < data.folds.size(); ++f) {
        if (data.folds[f].size() == 0)
            continue;
        FoldData fold = shaped(data.folds[f], data.isUtteranceLevel, trained.card.input.options);
        fold.labels = FeatureMatrix(fold.size(), 0);
        const SegmentTensors tensors
            = prepareFor(*trained.model, fold, trained.card, trained.card.modalities);
        tensors.each()([&](const ModalityBatch& batch) {
            const auto [picture, sound] = vat->vectors(batch);
            seen.push_back(picture);
            heard.push_back(sound);
        });
        for (std::size_t i = 0; i < fold.size(); ++i) {
            if (f == asked->fold && i == asked->segment)
                own = segments.size();
            segments.push_back({f, i, 0.0});
        }
    }
    const torch::Tensor pictures = torch::cat(seen).to(torch::kFloat64);
    const torch::Tensor sounds = torch::cat(heard).to(torch::kFloat64);
    const auto place = static_cast<std::int64_t>(own);
    const torch::Tensor bySound = torch::matmul(sounds, pictures[place]).contiguous();
    const torch::Tensor byPicture = torch::matmul(pictures, sounds[place]).contiguous();
    NearestSegments result;
    result.sounds = nearest(segments, bySound, own, most);
    result.pictures = nearest(segments, byPicture, own, most);
    result.own = segments[own];
    result.own.score = bySound[place].item<double>();
    result.segments = segments.size();
    return result;
}

}
