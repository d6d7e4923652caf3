#include "engine/models/explain/attributions.h"

#include "engine/core/error.h"
#include "engine/models/batch.h"
#include "engine/models/serving/output_scores.h"
#include "engine/models/tensor_conversion.h"

#include <algorithm>
#include <cmath>

namespace engine {

namespace {

using Gradients = std::array<torch::Tensor, allModalities.size()>; ///< per modality B × T × D

std::int64_t outputsOf(const TrainedModel& trained)
{
    return static_cast<std::int64_t>(trained.card.labels.size());
}

/// Zeros: O × T per modality.
Gradients noValues(const TrainedModel& trained, const ModalityBatch& segment)
{
    Gradients values;
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = torch::zeros({outputsOf(trained), segment.of(allModalities[i]).size(1)}, torch::kFloat64);
    return values;
}

/// Adds, for each output, `weight` times the gradient at all rows of `points` times the way from the baseline
/// to the segment, summed over rows and columns.
void addProducts(Gradients& values, const TrainedModel& trained, ModalityBatch points,
                 const ModalityBatch& segment, const SegmentFeatures& baseline, double weight)
{
    std::vector<torch::Tensor> inputs;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < allModalities.size(); ++i) {
        if (!trained.card.modalities[i])
            continue;
        torch::Tensor& features = points.of(allModalities[i]);
        features = features.detach().clone().requires_grad_(true);
        inputs.push_back(features);
        places.push_back(i);
    }
    const torch::Tensor scores = scoresOf(trained.model->forward(points).prediction, trained.card);
    for (std::int64_t output = 0; output < scores.size(1); ++output) {
        const bool isLast = output + 1 == scores.size(1);
        const std::vector<torch::Tensor> gradients
            = torch::autograd::grad({scores.select(1, output).sum()}, inputs, {}, !isLast,
                                    /*create_graph=*/false, /*allow_unused=*/true);
        for (std::size_t i = 0; i < inputs.size(); ++i) {
            if (!gradients[i].defined()) // the model looks at none of it
                continue;
            const torch::Tensor way = segment.of(allModalities[places[i]])[0] - baseline[places[i]][0];
            values[places[i]][output] += (gradients[i].sum(0) * way).sum(1).to(torch::kFloat64) * weight;
        }
    }
}

/// `count` points on the straight line from the baseline to the segment, in the middles of equal parts.
ModalityBatch pointsBetween(const ModalityBatch& segment, const SegmentFeatures& baseline, std::size_t count)
{
    ModalityBatch points = rowsOf(segment, torch::zeros({static_cast<std::int64_t>(count)}, torch::kInt64));
    const torch::Tensor places
        = ((torch::arange(static_cast<std::int64_t>(count)) + 0.5) / static_cast<double>(count))
              .to(torch::kFloat32)
              .view({-1, 1, 1});
    for (std::size_t i = 0; i < allModalities.size(); ++i) {
        torch::Tensor& features = points.of(allModalities[i]);
        features = baseline[i] + (features - baseline[i]) * places;
    }
    return points;
}

/// |Σ − (f(x) − f(baseline))| per output, as a share.
std::vector<double> errorsOf(const Gradients& values, const torch::Tensor& whole,
                             const torch::Tensor& nothing, const std::vector<double>& ranges)
{
    constexpr double leastShare = 0.01; // of the range
    std::vector<double> errors;
    for (std::int64_t output = 0; output < whole.size(0); ++output) {
        double sum = 0.0;
        for (const torch::Tensor& ofModality : values)
            sum += ofModality[output].sum().item<double>();
        const double difference = (whole[output] - nothing[output]).item<double>();
        const double least = leastShare * ranges[static_cast<std::size_t>(output)];
        errors.push_back(std::abs(sum - difference) / std::max({std::abs(difference), least, 1e-12}));
    }
    return errors;
}

Attribution attributionOf(AttributionMethod method, const Gradients& values)
{
    Attribution attribution{method, {}};
    for (std::size_t i = 0; i < values.size(); ++i) {
        const Tensor plain = toPlain(values[i].transpose(0, 1).contiguous());
        attribution.values[i] = FeatureMatrix(static_cast<std::size_t>(plain.shape[0]),
                                              static_cast<std::size_t>(plain.shape[1]));
        attribution.values[i].values = plain.values;
    }
    return attribution;
}

Attribution occlusion(const TrainedModel& trained, const ModalityBatch& segment, const Baselines& baselines)
{
    const std::vector<StepSpan> steps = stepsOf(trained, segment);
    std::vector<AbsentSpans> sets{{}};
    for (const StepSpan& step : steps)
        sets.push_back({step});
    const torch::Tensor scores = scoresWithout(trained, segment, baselines, sets);
    Gradients values = noValues(trained, segment);
    for (std::size_t i = 0; i < steps.size(); ++i)
        values[static_cast<std::size_t>(steps[i].modality)]
            .select(1, static_cast<std::int64_t>(steps[i].first))
            .copy_(scores[0] - scores[static_cast<std::int64_t>(i) + 1]);
    return attributionOf(AttributionMethod::Occlusion, values);
}

Attribution gradientTimesInput(const TrainedModel& trained, const ModalityBatch& segment,
                               const Baselines& baselines)
{
    Gradients values = noValues(trained, segment);
    for (const SegmentFeatures& baseline : baselines.draws)
        addProducts(values, trained, segment, segment, baseline,
                    1.0 / static_cast<double>(baselines.draws.size()));
    return attributionOf(AttributionMethod::Gradient, values);
}

Attribution integratedGradients(const TrainedModel& trained, const ModalityBatch& segment,
                                const Baselines& baselines, const std::vector<double>& ranges,
                                const IntegrationSettings& settings)
{
    const std::vector<StepSpan> everything = stepsOf(trained, segment);
    const torch::Tensor ends = scoresWithout(trained, segment, baselines, {{}, everything});
    for (std::size_t steps = settings.steps;; steps *= 2) {
        Gradients values = noValues(trained, segment);
        for (const SegmentFeatures& baseline : baselines.draws)
            addProducts(values, trained, pointsBetween(segment, baseline, steps), segment, baseline,
                        1.0 / static_cast<double>(steps * baselines.draws.size()));
        std::vector<double> errors = errorsOf(values, ends[0], ends[1], ranges);
        if (steps * 2 <= settings.most && std::ranges::max(errors) > settings.tolerance)
            continue;
        Attribution attribution = attributionOf(AttributionMethod::Integrated, values);
        attribution.completenessErrors = std::move(errors);
        attribution.steps = steps;
        return attribution;
    }
}

}

Attribution attribute(const TrainedModel& trained, const ModalityBatch& segment, const Baselines& baselines,
                      AttributionMethod method, const std::vector<double>& ranges,
                      const IntegrationSettings& settings)
{
    requireSteps(baselines);
    switch (method) {
    case AttributionMethod::Occlusion:
        return occlusion(trained, segment, baselines);
    case AttributionMethod::Gradient:
        return gradientTimesInput(trained, segment, baselines);
    case AttributionMethod::Integrated:
        break;
    }
    return integratedGradients(trained, segment, baselines, ranges, settings);
}

std::vector<PairEffect> pairEffects(const TrainedModel& trained, const ModalityBatch& segment,
                                    const Baselines& baselines, const std::vector<StepSpan>& words,
                                    const std::vector<StepSpan>& spans)
{
    for (const StepSpan& word : words) {
        for (const StepSpan& span : spans) {
            if (word.modality == span.modality)
                throw ShapeError("same_modality",
                                 "The effect of a pair is asked for two spans of one modality.");
        }
    }
    std::vector<AbsentSpans> sets{{}};
    for (const StepSpan& word : words)
        sets.push_back({word});
    for (const StepSpan& span : spans)
        sets.push_back({span});
    for (const StepSpan& word : words) {
        for (const StepSpan& span : spans)
            sets.push_back({word, span});
    }
    const torch::Tensor scores = scoresWithout(trained, segment, baselines, sets);
    const auto at = [&](std::size_t row) { return scores[static_cast<std::int64_t>(row)]; };
    std::vector<PairEffect> effects;
    for (std::size_t word = 0; word < words.size(); ++word) {
        for (std::size_t span = 0; span < spans.size(); ++span) {
            const std::size_t both = 1 + words.size() + spans.size() + word * spans.size() + span;
            const torch::Tensor effect = at(0) - at(1 + word) - at(1 + words.size() + span) + at(both);
            const torch::Tensor plain = effect.contiguous();
            effects.push_back({words[word],
                               spans[span],
                               {plain.data_ptr<double>(), plain.data_ptr<double>() + plain.numel()}});
        }
    }
    return effects;
}

}
