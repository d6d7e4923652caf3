#include "engine/models/explain/segment_explanation.h"

#include "engine/core/error.h"
#include "engine/core/stopwatch.h"
#include "engine/models/explain/attributions.h"
#include "engine/models/explain/faithfulness_meter.h"
#include "engine/models/explain/partial_scores.h"
#include "engine/numbers/ranks.h"

#include <algorithm>
#include <cmath>

namespace engine {

namespace {

constexpr std::size_t kMostSpans = 20; ///< of each modality, whose pairs are looked at

FeatureMatrix coalitionsOf(const torch::Tensor& scores)
{
    const torch::Tensor plain = scores.select(1, 0).to(torch::kCPU, torch::kFloat32).contiguous();
    FeatureMatrix matrix(static_cast<std::size_t>(plain.size(0)), static_cast<std::size_t>(plain.size(1)));
    std::copy_n(plain.data_ptr<float>(), matrix.values.size(), matrix.values.begin());
    return matrix;
}

/// Every step's value for one output, modality after modality.
std::vector<double> valuesOf(const Attribution& attribution, std::size_t output)
{
    std::vector<double> values;
    for (const FeatureMatrix& ofModality : attribution.values) {
        for (std::size_t step = 0; step < ofModality.rows; ++step)
            values.push_back(static_cast<double>(ofModality.at(step, output)));
    }
    return values;
}

/// Of words with steps of the sound and of the face, the largest first.
std::vector<PairEffect> largestPairs(const TrainedModel& trained, const ModalityBatch& segment,
                                     const Baselines& baselines, std::size_t output)
{
    const EnabledModalities& learnt = trained.card.modalities;
    std::vector<StepSpan> spans;
    for (const Modality modality : {Modality::Acoustic, Modality::Visual}) {
        if (!learnt[static_cast<std::size_t>(modality)])
            continue;
        const std::vector<StepSpan> more = spansOf(segment, modality, kMostSpans);
        spans.insert(spans.end(), more.begin(), more.end());
    }
    if (!learnt[static_cast<std::size_t>(Modality::Text)] || spans.empty())
        return {};
    std::vector<PairEffect> pairs
        = pairEffects(trained, segment, baselines, spansOf(segment, Modality::Text, kMostSpans), spans);
    std::ranges::stable_sort(pairs, std::ranges::greater(),
                             [&](const PairEffect& pair) { return std::abs(pair.values[output]); });
    if (pairs.size() > Explanation::kMostPairs)
        pairs.resize(Explanation::kMostPairs);
    return pairs;
}

}

Explanation explainSegment(const TrainedModel& trained, const ModalityBatch& segment,
                           const ExplanationWish& wish, const std::vector<double>& ranges)
{
    if (wish.output >= trained.card.labels.size())
        throw FormatError("bad_option", "explanation", "the model has no such output");
    const Stopwatch watch;
    const Baselines baselines = baselinesFor(trained, segment, wish.absent);
    Explanation explanation;
    explanation.wish = wish;
    explanation.coalitions = coalitionsOf(coalitionScores(trained, segment, baselines));
    if (wish.method) {
        const Baselines steps = baselinesFor(trained, segment, absentForSteps(wish.absent));
        const Attribution occlusion
            = attribute(trained, segment, steps, AttributionMethod::Occlusion, ranges);
        explanation.attribution = *wish.method == AttributionMethod::Occlusion
            ? occlusion
            : attribute(trained, segment, steps, *wish.method, ranges);
        explanation.faithfulness
            = faithfulnessOf(trained, segment, steps, *explanation.attribution, wish.output);
        explanation.agreement = rankCorrelation(valuesOf(*explanation.attribution, wish.output),
                                                valuesOf(occlusion, wish.output))
                                    .value_or(0.0);
        explanation.pairs = largestPairs(trained, segment, steps, wish.output);
    }
    explanation.milliseconds = watch.milliseconds();
    return explanation;
}

}
