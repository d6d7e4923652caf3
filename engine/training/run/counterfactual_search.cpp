#include "engine/training/run/counterfactual_search.h"

#include "engine/core/error.h"
#include "engine/model_files/data_options.h"
#include "engine/models/batch.h"
#include "engine/models/explain/fusion_activations.h"
#include "engine/models/explain/partial_scores.h"
#include "engine/models/serving/output_scores.h"
#include "engine/training/data/feature_shaping.h"
#include "engine/training/run/scorer.h"
#include "engine/training/run/segment_tensors.h"

#include <algorithm>
#include <numeric>

namespace engine {

namespace {

class CounterfactualSearch {
public:
    CounterfactualSearch(const Scorer& scorer, const FoldData& segments, const CounterfactualWish& wish,
                         const RunContext& run)
        : m_trained(scorer.trained())
        , m_run(run)
        , m_output(static_cast<std::int64_t>(wish.output))
        , m_ids(segments.ids)
        , m_tensors(tensorsOf(segments))
        , m_place(placeOf(wish.id))
        , m_segment(m_tensors.range(m_place, m_place + 1))
        , m_baselines(baselinesFor(m_trained, m_segment, wish.absent))
    {
        const LabelCard& label = m_trained.card.labels[wish.output];
        m_found.id = wish.id;
        m_found.output = label.name;
        m_found.neutral = label.neutral;
        m_found.absent = name(wish.absent);
        m_found.segments = m_ids.size();
    }

    Counterfactuals search()
    {
        m_scores = scoresOfAll();
        m_found.prediction = m_scores[static_cast<std::size_t>(m_place)];
        m_distances = distancesOfAll();
        findNearest();
        for (const Modality modality : {Modality::Acoustic, Modality::Visual}) {
            if (m_trained.card.modalities[static_cast<std::size_t>(modality)])
                findSwap(modality);
        }
        if (m_trained.card.modalities[static_cast<std::size_t>(Modality::Text)])
            m_found.words = fewestWords();
        m_run.tick(m_ids.size(), m_ids.size());
        return m_found;
    }

private:
    SegmentTensors tensorsOf(const FoldData& fold) const
    {
        m_trained.model->eval();
        FoldData unlabelled = shaped(fold, /*isUtteranceLevel=*/false, m_trained.card.input.options);
        unlabelled.labels = FeatureMatrix(unlabelled.size(), 0);
        return prepareFor(*m_trained.model, unlabelled, m_trained.card, m_trained.card.modalities);
    }

    std::int64_t placeOf(const std::string& id) const
    {
        const auto found = std::ranges::find(m_ids, id);
        if (found == m_ids.end())
            throw FormatError("no_such_segment", id, "is no segment that the model could see");
        return found - m_ids.begin();
    }

    std::vector<double> scored(const ModalityBatch& batch) const
    {
        const torch::NoGradGuard noGradient;
        const torch::Tensor scores
            = scoresOf(m_trained.model->forward(batch).prediction, m_trained.card).to(torch::kFloat64);
        const torch::Tensor own = scores.select(1, m_output).contiguous();
        return {own.data_ptr<double>(), own.data_ptr<double>() + own.size(0)};
    }

    /// Visits all segments, some at a time.
    template <typename Visit>
    void visitAll(Visit visit) const
    {
        const std::int64_t together = m_tensors.rowsTogether();
        for (std::int64_t first = 0; first < m_tensors.size(); first += together) {
            m_run.tick(static_cast<std::size_t>(first), m_ids.size());
            visit(m_tensors.range(first, std::min(first + together, m_tensors.size())));
        }
    }

    std::vector<double> scoresOfAll() const
    {
        std::vector<double> scores;
        visitAll([&](const ModalityBatch& batch) {
            const std::vector<double> part = scored(batch);
            scores.insert(scores.end(), part.begin(), part.end());
        });
        return scores;
    }

    /// From the asked segment, in the space that is found for the model.
    std::vector<double> distancesOfAll()
    {
        std::vector<torch::Tensor> parts;
        bool isFused = true;
        visitAll([&](const ModalityBatch& batch) {
            if (!isFused)
                return;
            const auto fused = fusionActivations(m_trained, batch, static_cast<std::size_t>(m_output));
            isFused = fused && (m_found.space.empty() || m_found.space == fused->layer);
            if (isFused) {
                m_found.space = fused->layer;
                parts.push_back(fused->values);
            }
        });
        if (!isFused) {
            m_found.space.clear();
            parts = predictionsWithAndWithout();
        }
        const torch::Tensor all = torch::cat(parts);
        m_found.width = static_cast<std::size_t>(all.size(1));
        const torch::Tensor apart
            = (all - all[m_place]).square().sum(1).sqrt().to(torch::kFloat64).contiguous();
        return {apart.data_ptr<double>(), apart.data_ptr<double>() + apart.size(0)};
    }

    std::vector<torch::Tensor> predictionsWithAndWithout() const
    {
        std::vector<torch::Tensor> parts;
        visitAll([&](const ModalityBatch& batch) {
            const Baselines absent = baselinesFor(m_trained, batch, m_baselines.kind);
            parts.push_back(coalitionScores(m_trained, batch, absent).select(2, m_output).t());
        });
        return parts;
    }

    void findNearest()
    {
        std::vector<std::size_t> others;
        for (std::size_t i = 0; i < m_scores.size(); ++i) {
            if (m_found.isOtherSign(m_scores[i]))
                others.push_back(i);
        }
        std::ranges::stable_sort(others, {}, [this](std::size_t i) { return m_distances[i]; });
        for (std::size_t i = 0; i < std::min(kNearestTold, others.size()); ++i)
            m_found.nearest.push_back({m_ids[others[i]], m_scores[others[i]], m_distances[others[i]]});
    }

    bool has(std::size_t place, Modality modality) const
    {
        const torch::Tensor& present = m_tensors.inputs.present;
        return !present.defined()
            || present[static_cast<std::int64_t>(place)][static_cast<std::int64_t>(modality)].item<bool>();
    }

    /// The asked segment once for each of these, with their sound or face.
    ModalityBatch swapped(Modality modality, std::span<const std::size_t> lenders) const
    {
        std::vector<SegmentFeatures> lent;
        for (const std::size_t place : lenders) {
            const auto row = static_cast<std::int64_t>(place);
            const ModalityBatch one = m_tensors.range(row, row + 1);
            SegmentFeatures& features = lent.emplace_back();
            for (std::size_t i = 0; i < features.size(); ++i)
                features[i] = one.of(allModalities[i])[0];
        }
        const Baselines resampled = baselinesFor(m_trained, m_segment, AbsentKind::Marginal, lent);
        std::vector<torch::Tensor> rows;
        for (const SegmentFeatures& draw : resampled.draws)
            rows.push_back(draw[static_cast<std::size_t>(modality)]);
        ModalityBatch batch
            = rowsOf(m_segment, torch::zeros({static_cast<std::int64_t>(lenders.size())}, torch::kInt64));
        batch.of(modality) = torch::cat(rows);
        if (batch.present.defined()) {
            batch.present = batch.present.clone();
            batch.present.select(1, static_cast<std::int64_t>(modality)).fill_(true);
        }
        return batch;
    }

    void findSwap(Modality modality)
    {
        std::vector<std::size_t> lenders;
        for (std::size_t i = 0; i < m_ids.size(); ++i) {
            if (static_cast<std::int64_t>(i) != m_place && has(i, modality))
                lenders.push_back(i);
        }
        if (lenders.empty())
            return;
        std::vector<double> scores;
        const auto together = static_cast<std::size_t>(rowsTogether(m_segment.text.size(1)));
        for (std::size_t first = 0; first < lenders.size(); first += together) {
            m_run.tick(first, lenders.size());
            const std::size_t count = std::min(together, lenders.size() - first);
            const std::vector<double> part
                = scored(swapped(modality, std::span(lenders).subspan(first, count)));
            scores.insert(scores.end(), part.begin(), part.end());
        }
        Counterfactuals::Swap swap{modality, {}, {}, false, 0, lenders.size()};
        std::size_t best = 0;
        for (std::size_t i = 0; i < scores.size(); ++i) {
            const bool flips = m_found.isOtherSign(scores[i]);
            swap.flipping += flips ? 1 : 0;
            const bool isBetter = flips != swap.flips ? flips
                : flips                               ? m_distances[lenders[i]] < m_distances[lenders[best]]
                                                      : gain(scores[i]) > gain(scores[best]);
            if (i == 0 || isBetter)
                best = i;
            swap.flips = swap.flips || flips;
        }
        swap.id = m_ids[lenders[best]];
        swap.prediction = scores[best];
        m_found.swaps.push_back(swap);
    }

    /// How far a score is moved towards the other sign.
    double gain(double score) const
    {
        return m_found.prediction > m_found.neutral ? m_found.prediction - score : score - m_found.prediction;
    }

    using Steps = std::vector<std::size_t>;

    std::vector<double> scoresWithoutWords(const std::vector<Steps>& sets) const
    {
        std::vector<AbsentSpans> absent;
        for (const Steps& steps : sets) {
            AbsentSpans& spans = absent.emplace_back();
            for (const std::size_t step : steps)
                spans.push_back({Modality::Text, step, step + 1});
        }
        const torch::Tensor own
            = scoresWithout(m_trained, m_segment, m_baselines, absent).select(1, m_output).contiguous();
        return {own.data_ptr<double>(), own.data_ptr<double>() + own.size(0)};
    }

    /// Of these the one that moves the prediction most.
    Counterfactuals::Words bestOf(const std::vector<Steps>& sets) const
    {
        const std::vector<double> scores = scoresWithoutWords(sets);
        const auto best = static_cast<std::size_t>(
            std::ranges::max_element(scores, {}, [this](double score) { return gain(score); })
            - scores.begin());
        return {sets[best], scores[best], m_found.isOtherSign(scores[best]), false};
    }

    std::optional<Counterfactuals::Words> fewestWords() const
    {
        const auto count = static_cast<std::size_t>(m_segment.lengths[0].item<std::int64_t>());
        std::vector<Steps> singles, pairs;
        for (std::size_t i = 0; i < count; ++i) {
            singles.push_back({i});
            for (std::size_t j = i + 1; j < count; ++j)
                pairs.push_back({i, j});
        }
        Counterfactuals::Words best = bestOf(singles);
        if (!best.flips && !pairs.empty()) {
            m_run.tick(0, pairs.size());
            best = bestOf(pairs);
        }
        best.isLeast = best.flips;
        while (!best.flips && best.steps.size() < count) {
            std::vector<Steps> more;
            for (std::size_t i = 0; i < count; ++i) {
                if (std::ranges::find(best.steps, i) != best.steps.end())
                    continue;
                more.push_back(best.steps);
                more.back().push_back(i);
            }
            best = bestOf(more);
            best.isLeast = best.flips && best.steps.size() <= 3; // no pair did
        }
        return best;
    }

    const TrainedModel& m_trained;
    const RunContext& m_run;
    std::int64_t m_output;
    const std::vector<std::string>& m_ids;
    SegmentTensors m_tensors;
    std::int64_t m_place;
    ModalityBatch m_segment; ///< of the asked segment alone
    Baselines m_baselines;
    Counterfactuals m_found;
    std::vector<double> m_scores;
    std::vector<double> m_distances; ///< from the asked segment
};

}

Counterfactuals counterfactualsOf(const Scorer& scorer, const FoldData& segments,
                                  const CounterfactualWish& wish, const RunContext& run)
{
    if (wish.output >= scorer.card().labels.size())
        throw FormatError("bad_option", "--output", "is none of the model's outputs");
    if (wish.absent == AbsentKind::Marginal || wish.absent == AbsentKind::Mask)
        throw FormatError("bad_option", "--absent " + std::string(name(wish.absent)),
                          "is not for counterfactuals; choose mean or zero");
    return CounterfactualSearch(scorer, segments, wish, run).search();
}

}
