#include "engine/models/explain/partial_scores.h"

#include "engine/core/error.h"
#include "engine/models/batch.h"
#include "engine/models/serving/output_scores.h"

#include <algorithm>

namespace engine {

namespace {

std::int64_t longestOf(const ModalityBatch& batch)
{
    return std::max({batch.text.size(1), batch.acoustic.size(1), batch.visual.size(1)});
}

Coalition takenBy(const ModelCard& card)
{
    Coalition taken = 0;
    for (std::size_t i = 0; i < allModalities.size(); ++i) {
        if (card.modalities[i])
            taken |= coalitionOf(allModalities[i]);
    }
    return taken;
}

void requireRowsOfFeatures(const ModalityBatch& batch)
{
    if (!batch.media.empty())
        throw FormatError("not_rows", "the model",
                          "sees pictures and hears sound; explanations are of models of feature sequences");
}

torch::Tensor scored(const TrainedModel& trained, const ModalityBatch& batch)
{
    return scoresOf(trained.model->forward(batch).prediction, trained.card).to(torch::kFloat64);
}

/// The same, as many rows at a time as there is memory for.
torch::Tensor scoredInParts(const TrainedModel& trained, const ModalityBatch& batch)
{
    std::vector<torch::Tensor> parts;
    const std::int64_t rows = batch.lengths.size(0), together = rowsTogether(longestOf(batch));
    for (std::int64_t first = 0; first < rows; first += together)
        parts.push_back(scored(
            trained, rowsOf(batch, torch::arange(first, std::min(rows, first + together), torch::kInt64))));
    return torch::cat(parts);
}

torch::Tensor scoresOfParts(const TrainedModel& trained, ModalityBatch batch, Coalition taken)
{
    std::vector<torch::Tensor> scores;
    for (Coalition coalition = 0; coalition < kCoalitions; ++coalition) {
        torch::Tensor on = torch::zeros_like(batch.media.at("on"));
        for (std::size_t i = 0; i < allModalities.size(); ++i)
            on.select(1, static_cast<std::int64_t>(i))
                .fill_(contains(coalition & taken, allModalities[i]) ? 1.0 : 0.0);
        batch.media["on"] = on;
        scores.push_back(scored(trained, batch));
    }
    return torch::stack(scores);
}

/// The batch with the modalities outside `present` taken from a draw.
ModalityBatch withOnly(ModalityBatch batch, Coalition present, const Baselines& baselines, std::size_t draw)
{
    const bool hides = baselines.kind == AbsentKind::Mask;
    if (hides)
        batch.hidden = torch::zeros({batch.lengths.size(0), 3}, torch::kBool);
    for (std::size_t i = 0; i < allModalities.size(); ++i) {
        if (contains(present, allModalities[i]))
            continue;
        batch.of(allModalities[i]) = baselines.draws[draw][i];
        if (hides)
            batch.hidden.select(1, static_cast<std::int64_t>(i)).fill_(true);
    }
    return batch;
}

}

torch::Tensor coalitionScores(const TrainedModel& trained, const ModalityBatch& batch,
                              const Baselines& baselines)
{
    const torch::NoGradGuard noGradient;
    const Coalition taken = takenBy(trained.card);
    if (batch.media.contains("on")) // of a model of parts, which says itself what stands for one that is off
        return scoresOfParts(trained, batch, taken);
    requireRowsOfFeatures(batch);
    std::vector<torch::Tensor> scores(kCoalitions);
    for (std::size_t draw = 0; draw < baselines.draws.size(); ++draw) {
        std::vector<Coalition> wanted;
        std::vector<ModalityBatch> variants;
        for (Coalition coalition = 0; coalition < kCoalitions; ++coalition) {
            const bool isWhole = coalition == taken; // nothing is absent there, so one draw is enough
            if ((coalition & ~taken) != 0 || (isWhole && draw > 0))
                continue;
            wanted.push_back(coalition);
            variants.push_back(withOnly(batch, coalition, baselines, draw));
        }
        const std::vector<torch::Tensor> found
            = scoredInParts(trained, joinedBatch(variants)).split(batch.lengths.size(0));
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            const double share = wanted[i] == taken ? 1.0 : 1.0 / static_cast<double>(baselines.draws.size());
            torch::Tensor& sum = scores[wanted[i]];
            sum = sum.defined() ? sum + found[i] * share : found[i] * share;
        }
    }
    for (Coalition coalition = 0; coalition < kCoalitions; ++coalition)
        scores[coalition] = scores[coalition & taken];
    return torch::stack(scores);
}

torch::Tensor meanScoresWith(const TrainedModel& trained, const ModalityBatch& segment,
                             const Baselines& baselines, const std::vector<Coalition>& coalitions)
{
    requireRowsOfFeatures(segment);
    const torch::NoGradGuard noGradient;
    const Coalition taken = takenBy(trained.card);
    std::vector<torch::Tensor> means;
    for (const Coalition coalition : coalitions) {
        const bool isWhole = (coalition & taken) == taken; // nothing is absent there, so one draw is enough
        std::vector<ModalityBatch> variants;
        for (std::size_t draw = 0; draw < (isWhole ? 1 : baselines.draws.size()); ++draw)
            variants.push_back(withOnly(segment, coalition, baselines, draw));
        means.push_back(scoredInParts(trained, joinedBatch(variants)).mean(0));
    }
    return torch::stack(means);
}

std::vector<std::vector<InteractionMap>> interactionMaps(const torch::Tensor& coalitionScores)
{
    const torch::Tensor plain = coalitionScores.to(torch::kCPU, torch::kFloat64).contiguous();
    const auto values = plain.accessor<double, 3>();
    std::vector<std::vector<InteractionMap>> maps;
    for (std::int64_t segment = 0; segment < plain.size(1); ++segment) {
        std::vector<InteractionMap>& ofSegment = maps.emplace_back();
        for (std::int64_t output = 0; output < plain.size(2); ++output) {
            std::array<double, kCoalitions> f{};
            for (std::size_t coalition = 0; coalition < kCoalitions; ++coalition)
                f[coalition] = values[static_cast<std::int64_t>(coalition)][segment][output];
            ofSegment.emplace_back(f);
        }
    }
    return maps;
}

torch::Tensor scoresWithout(const TrainedModel& trained, const ModalityBatch& segment,
                            const Baselines& baselines, const std::vector<AbsentSpans>& sets)
{
    requireRowsOfFeatures(segment);
    requireSteps(baselines);
    const torch::NoGradGuard noGradient;
    std::vector<torch::Tensor> parts;
    const auto total = static_cast<std::int64_t>(sets.size());
    const std::int64_t together = rowsTogether(longestOf(segment));
    for (std::int64_t first = 0; first < total; first += together) {
        const std::int64_t rows = std::min(total - first, together);
        ModalityBatch repeated = rowsOf(segment, torch::zeros({rows}, torch::kInt64));
        std::array<torch::Tensor, allModalities.size()> absent;
        for (std::size_t i = 0; i < absent.size(); ++i)
            absent[i] = torch::zeros({rows, segment.of(allModalities[i]).size(1), 1}, torch::kBool);
        for (std::int64_t row = 0; row < rows; ++row) {
            for (const StepSpan& span : sets[static_cast<std::size_t>(first + row)]) {
                torch::Tensor& steps = absent[static_cast<std::size_t>(span.modality)];
                bool* const begin = steps.data_ptr<bool>() + row * steps.size(1);
                std::fill(begin + span.first, begin + span.last, true);
            }
        }
        torch::Tensor sum;
        for (const SegmentFeatures& draw : baselines.draws) {
            ModalityBatch without = repeated;
            for (std::size_t i = 0; i < absent.size(); ++i)
                without.of(allModalities[i])
                    = torch::where(absent[i], draw[i], repeated.of(allModalities[i]));
            const torch::Tensor scores = scored(trained, without);
            sum = sum.defined() ? sum + scores : scores;
        }
        parts.push_back(sum / static_cast<double>(baselines.draws.size()));
    }
    return torch::cat(parts);
}

std::vector<StepSpan> stepsOf(const TrainedModel& trained, const ModalityBatch& segment)
{
    std::vector<StepSpan> steps;
    for (std::size_t i = 0; i < allModalities.size(); ++i) {
        if (!trained.card.modalities[i])
            continue;
        const auto count = segment.lengthsOf(allModalities[i])[0].item<std::int64_t>();
        for (std::size_t step = 0; step < static_cast<std::size_t>(count); ++step)
            steps.push_back({allModalities[i], step, step + 1});
    }
    return steps;
}

std::vector<StepSpan> spansOf(const ModalityBatch& segment, Modality modality, std::size_t most)
{
    const auto steps = static_cast<std::size_t>(segment.lengthsOf(modality)[0].item<std::int64_t>());
    const std::size_t count = std::min(steps, most);
    std::vector<StepSpan> spans;
    for (std::size_t i = 0; i < count; ++i)
        spans.push_back({modality, i * steps / count, (i + 1) * steps / count});
    return spans;
}

}
