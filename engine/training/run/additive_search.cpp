#include "engine/training/run/additive_search.h"

#include "engine/core/error.h"
#include "engine/core/seeded_shuffle.h"
#include "engine/models/explain/partial_scores.h"
#include "engine/training/run/segment_tensors.h"

#include <algorithm>
#include <random>

namespace engine {

namespace {

/// A segment of the sample, as the model takes it.
struct Asked {
    std::string id;
    ModalityBatch batch; ///< of one
};

std::vector<Asked> sampleOf(const Scorer& scorer, const FeatureData& data, const AdditiveWish& wish,
                            std::size_t& available)
{
    std::vector<std::pair<std::size_t, std::size_t>> places; // fold, segment
    for (std::size_t fold = 0; fold < data.folds.size(); ++fold) {
        for (std::size_t i = 0; i < data.folds[fold].size(); ++i) {
            if (wish.fold.empty() || wish.fold == data.folds[fold].name)
                places.emplace_back(fold, i);
        }
    }
    available = places.size();
    if (places.size() < 2)
        throw FormatError("no_segments", data.source, "has fewer than two segments in these folds");
    std::mt19937_64 random(wish.seed);
    shuffleSeeded(places, random);
    places.resize(std::min(places.size(), std::max<std::size_t>(2, wish.sample)));
    std::ranges::sort(places);
    std::vector<Asked> sample;
    for (std::size_t fold = 0; fold < data.folds.size(); ++fold) {
        if (std::ranges::none_of(places, [fold](const auto& place) { return place.first == fold; }))
            continue;
        const SegmentTensors tensors
            = unlabelledTensors(scorer.trained(), data.folds[fold], data.isUtteranceLevel);
        for (const auto& [of, segment] : places) {
            const auto row = static_cast<std::int64_t>(segment);
            if (of == fold)
                sample.push_back({data.folds[fold].ids[segment], tensors.range(row, row + 1)});
        }
    }
    return sample;
}

}

AdditiveShare additiveShareOf(const Scorer& scorer, const FeatureData& data, const AdditiveWish& wish,
                              const RunContext& run)
{
    scorer.requireTakes(data);
    const TrainedModel& trained = scorer.trained();
    trained.model->eval();
    AdditiveShare share{trained.card.name, trained.card.labels.at(wish.output).name, wish.seed};
    const std::vector<Asked> sample = sampleOf(scorer, data, wish, share.available);
    std::vector<SegmentFeatures> donors;
    for (const Asked& asked : sample) {
        SegmentFeatures& features = donors.emplace_back();
        for (std::size_t i = 0; i < features.size(); ++i)
            features[i] = asked.batch.of(allModalities[i])[0];
    }
    std::vector<Coalition> alone{0};
    for (std::size_t i = 0; i < allModalities.size(); ++i) {
        if (trained.card.modalities[i])
            alone.push_back(coalitionOf(allModalities[i]));
    }
    alone.push_back(kEverything);
    const auto output = static_cast<std::int64_t>(wish.output);
    for (std::size_t i = 0; i < sample.size(); ++i) {
        run.tick(i, sample.size());
        const Baselines others = baselinesFor(trained, sample[i].batch, AbsentKind::Marginal, donors);
        const torch::Tensor scores = meanScoresWith(trained, sample[i].batch, others, alone);
        // Of nothing: the mean over all; each modality adds what it changes in it.
        const auto nothing = scores[0][output].item<double>();
        double additive = nothing;
        for (std::size_t k = 1; k + 1 < alone.size(); ++k)
            additive += scores[static_cast<std::int64_t>(k)][output].item<double>() - nothing;
        share.segments.push_back({sample[i].id, scores[-1][output].item<double>(), additive});
    }
    run.tick(sample.size(), sample.size());
    return share;
}

}
