#include "engine/models/explain/baselines.h"

#include "engine/core/error.h"
#include "engine/explain/variant_input.h"
#include "engine/models/layers/padding.h"

namespace engine {

namespace {

/// Raw zeros of one modality, normalised: D.
torch::Tensor zeroRow(const FeatureScale& scale)
{
    torch::Tensor row = torch::empty({static_cast<std::int64_t>(scale.width())});
    for (std::size_t column = 0; column < scale.width(); ++column)
        row[static_cast<std::int64_t>(column)] = normalised(0.0F, scale, column);
    return row;
}

/// The rows of `donor`, T' × D, stretched or shrunk to the valid steps of each segment: B × T × D.
torch::Tensor resampled(const torch::Tensor& donor, const torch::Tensor& like, const torch::Tensor& lengths)
{
    torch::Tensor result = torch::zeros_like(like);
    for (std::int64_t segment = 0; segment < like.size(0); ++segment) {
        const auto steps = lengths[segment].item<std::int64_t>();
        std::vector<std::int64_t> places;
        for (std::size_t step = 0; step < static_cast<std::size_t>(steps); ++step)
            places.push_back(static_cast<std::int64_t>(
                rowAt(step, static_cast<std::size_t>(steps), static_cast<std::size_t>(donor.size(0)))));
        result[segment]
            .narrow(0, 0, steps)
            .copy_(donor.index_select(0, torch::tensor(places, torch::kInt64)));
    }
    return result;
}

}

Baselines baselinesFor(const TrainedModel& trained, const ModalityBatch& batch, AbsentKind kind,
                       const std::vector<SegmentFeatures>& donors)
{
    const torch::NoGradGuard noGradient;
    Baselines baselines{kind, {}};
    if (kind == AbsentKind::Mask && !trained.model->hidesModalities())
        throw FormatError("no_mask", "--absent mask",
                          "the model has no mask that hides a modality; choose mean, zero or marginal");
    if (kind == AbsentKind::Marginal) {
        if (donors.empty())
            throw FormatError("no_donors", "--absent marginal",
                              "needs segments of the training fold, and the data hold none");
        for (const SegmentFeatures& donor : donors) {
            SegmentFeatures draw;
            for (std::size_t i = 0; i < draw.size(); ++i)
                draw[i] = resampled(donor[i], batch.of(allModalities[i]), batch.lengthsOf(allModalities[i]));
            baselines.draws.push_back(std::move(draw));
        }
        return baselines;
    }
    SegmentFeatures only;
    for (std::size_t i = 0; i < only.size(); ++i) {
        const torch::Tensor& features = batch.of(allModalities[i]);
        only[i] = kind != AbsentKind::Zero ? torch::zeros_like(features)
                                           : zeroRow(trained.card.normalisation[i]).expand_as(features)
                * validSteps(batch.lengthsOf(allModalities[i]), features.size(1))
                      .to(features.dtype())
                      .unsqueeze(2);
    }
    baselines.draws.push_back(std::move(only));
    return baselines;
}

void requireSteps(const Baselines& baselines)
{
    if (baselines.kind == AbsentKind::Mask)
        throw FormatError("no_mask", "--absent mask",
                          "hides a modality as a whole, and steps cannot be taken away so; choose mean, zero "
                          "or marginal");
}

}
