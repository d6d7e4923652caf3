#include "engine/training/run/segment_explainer.h"

#include "engine/core/error.h"
#include "engine/models/explain/attributions.h"
#include "engine/models/explain/faithfulness_meter.h"
#include "engine/training/run/explanation_work.h"
#include "engine/training/run/scorer.h"
#include "engine/training/run/segment_tensors.h"
#include "engine/training/run/span_scores.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <set>

namespace engine {

namespace {

/// As many segments as AbsentKind::Marginal draws, each at most once while there are enough.
std::vector<SegmentFeatures> drawnFrom(const SegmentTensors& training, std::uint64_t seed)
{
    std::mt19937_64 random(seed);
    const auto count = static_cast<std::size_t>(training.size());
    std::set<std::size_t> places;
    while (places.size() < std::min(kMarginalDraws, count))
        places.insert(random() % count);
    std::vector<SegmentFeatures> drawn;
    for (const std::size_t place : places) {
        const auto row = static_cast<std::int64_t>(place);
        const ModalityBatch one = training.range(row, row + 1);
        SegmentFeatures& features = drawn.emplace_back();
        for (std::size_t i = 0; i < features.size(); ++i)
            features[i] = one.of(allModalities[i])[0];
    }
    return drawn;
}

/// The same model with a card by which its outputs are numbers as they are: no probabilities, and no values
/// between bounds, which it does not give from now on.
TrainedModel withLogits(TrainedModel trained)
{
    const std::string& task = trained.card.task;
    const bool givesProbabilities = task == "binary" || task == "classes" || task == "classes_and_values";
    if (!trained.model->giveLogits() && !givesProbabilities)
        throw FormatError("no_logits", trained.card.name,
                          "gives values that nothing bounds, as it adds them up; logits are what "
                          "probabilities, and values out of a sigmoid, are made of");
    trained.card.task = "regression";
    for (LabelCard& label : trained.card.labels)
        label.neutral = 0.0F; // which is added to values
    return trained;
}

}

class SegmentExplainer::Impl {
public:
    Impl(const Scorer& scorer, const FeatureData& data, ExplainSettings settings)
        : m_trained(settings.logits ? withLogits(scorer.trained()) : scorer.trained())
        , m_labelNames(data.labelNames)
        , m_isUtteranceLevel(data.isUtteranceLevel)
        , m_settings(std::move(settings))
    {
        scorer.requireTakes(data);
        m_trained.model->eval();
        const FoldData& training = data.training();
        if (training.size() == 0 || asksParts(m_trained.card)) { // which learnt nothing there
            m_ranges = scaleWidths(m_trained.card.labels);
            return;
        }
        const FeatureMatrix scores = m_settings.logits
            ? logitsOf(training)
            : scorer.predict(training, data.isUtteranceLevel, m_trained.card.modalities);
        for (std::size_t output = 0; output < scores.columns; ++output) {
            float least = scores.at(0, output), greatest = least;
            for (std::size_t i = 0; i < scores.rows; ++i) {
                least = std::min(least, scores.at(i, output));
                greatest = std::max(greatest, scores.at(i, output));
            }
            m_ranges.push_back(static_cast<double>(greatest) - static_cast<double>(least));
        }
        if (m_settings.absent == AbsentKind::Marginal)
            m_donors = drawnFrom(tensorsOf(training), m_settings.seed);
    }

    const std::vector<double>& ranges() const { return m_ranges; }

    void explain(const FoldData& fold, const std::function<void(const SegmentExplanation&)>& visit,
                 const ExplanationWork& work, std::size_t before, const RunContext& run) const
    {
        std::optional<SegmentTensors> segments; // where any is asked about
        for (std::size_t batch = 0; batch < batchesIn(fold); ++batch) {
            if (const auto kept = work.kept(before + batch)) {
                run.tick(batch * kSegmentsTogether, fold.size());
                std::ranges::for_each(*kept, visit);
                continue;
            }
            if (!work.isWanted(before + batch))
                continue;
            if (!segments)
                segments = tensorsOf(fold);
            std::vector<SegmentExplanation> explained;
            explainBatch(fold, *segments, static_cast<std::int64_t>(batch * kSegmentsTogether), run,
                         [&](SegmentExplanation explanation) {
                             visit(explanation);
                             explained.push_back(std::move(explanation));
                         });
            work.keep(before + batch, explained);
        }
        run.tick(fold.size(), fold.size());
    }

private:
    void explainBatch(const FoldData& fold, const SegmentTensors& segments, std::int64_t first,
                      const RunContext& run, const std::function<void(SegmentExplanation)>& told) const
    {
        const std::int64_t last = std::min(first + kTogether, segments.size());
        const ModalityBatch batch = segments.range(first, last);
        const auto maps = interactionMaps(coalitionScores(m_trained, batch, baselinesOf(batch)));
        for (std::int64_t place = first; place < last; ++place) {
            run.tick(static_cast<std::size_t>(place), fold.size());
            SegmentExplanation explanation;
            explanation.id = fold.ids[static_cast<std::size_t>(place)];
            explanation.fold = fold.name;
            if (const auto at = static_cast<std::size_t>(place); at < fold.spans.size())
                explanation.span = fold.spans[at];
            explanation.labels = labelsOf(fold, static_cast<std::size_t>(place));
            explanation.maps = maps[static_cast<std::size_t>(place - first)];
            if (!m_settings.attributions.empty())
                attributeTo(explanation, segments.range(place, place + 1));
            told(std::move(explanation));
        }
    }

    static constexpr auto kTogether = static_cast<std::int64_t>(kSegmentsTogether);

    SegmentTensors tensorsOf(const FoldData& fold) const
    {
        return unlabelledTensors(m_trained, fold, m_isUtteranceLevel);
    }

    /// Of all segments with all that they have: N × O.
    FeatureMatrix logitsOf(const FoldData& fold) const
    {
        const SegmentTensors segments = tensorsOf(fold);
        FeatureMatrix logits(fold.size(), m_trained.card.labels.size());
        for (std::int64_t first = 0; first < segments.size(); first += kTogether) {
            const ModalityBatch batch = segments.range(first, std::min(first + kTogether, segments.size()));
            const torch::Tensor whole = meanScores(batch);
            for (std::int64_t row = 0; row < whole.size(0); ++row) {
                for (std::int64_t output = 0; output < whole.size(1); ++output)
                    logits.at(static_cast<std::size_t>(first + row), static_cast<std::size_t>(output))
                        = static_cast<float>(whole[row][output].item<double>());
            }
        }
        return logits;
    }

    /// B × O, with nothing absent; what stands for absent does not matter.
    torch::Tensor meanScores(const ModalityBatch& batch) const
    {
        return coalitionScores(m_trained, batch, baselinesFor(m_trained, batch, AbsentKind::Zero))
            .select(0, static_cast<std::int64_t>(kEverything));
    }

    std::vector<std::optional<double>> labelsOf(const FoldData& fold, std::size_t place) const
    {
        std::vector<std::optional<double>> labels;
        for (const LabelCard& label : m_trained.card.labels) {
            const auto named = std::ranges::find(m_labelNames, label.name);
            const std::size_t column = m_labelNames.empty()
                ? label.column
                : static_cast<std::size_t>(named - m_labelNames.begin());
            const bool isGiven = column < fold.labels.columns && std::isfinite(fold.labels.at(place, column));
            labels.push_back(isGiven ? std::optional<double>(fold.labels.at(place, column)) : std::nullopt);
        }
        return labels;
    }

    Baselines baselinesOf(const ModalityBatch& batch) const
    {
        return baselinesFor(m_trained, batch, m_settings.absent, m_donors);
    }

    void attributeTo(SegmentExplanation& explanation, const ModalityBatch& segment) const
    {
        const Baselines baselines = baselinesOf(segment);
        for (const AttributionMethod method : m_settings.attributions) {
            explanation.attributions.push_back(attribute(m_trained, segment, baselines, method, m_ranges));
            if (!m_settings.faithfulness)
                continue;
            std::vector<Faithfulness>& measured = explanation.faithfulness.emplace_back();
            for (std::size_t output = 0; output < m_ranges.size(); ++output)
                measured.push_back(faithfulnessOf(m_trained, segment, baselines,
                                                  explanation.attributions.back(), output, m_settings.seed));
        }
    }

    TrainedModel m_trained; ///< shares its weights with the scorer's
    std::vector<std::string> m_labelNames; ///< of the columns of these data; none: as in the card
    bool m_isUtteranceLevel;
    ExplainSettings m_settings;
    std::vector<double> m_ranges;
    std::vector<SegmentFeatures> m_donors;
};

SegmentExplainer::SegmentExplainer(const Scorer& scorer, const FeatureData& data, ExplainSettings settings)
    : m_impl(std::make_unique<Impl>(scorer, data, std::move(settings)))
{
}

SegmentExplainer::~SegmentExplainer() = default;

const std::vector<double>& SegmentExplainer::ranges() const
{
    return m_impl->ranges();
}

void SegmentExplainer::explain(const FoldData& fold,
                               const std::function<void(const SegmentExplanation&)>& visit,
                               const RunContext& run) const
{
    m_impl->explain(fold, visit, ExplanationWork({}, {}), 0, run);
}

void SegmentExplainer::explain(const FoldData& fold,
                               const std::function<void(const SegmentExplanation&)>& visit,
                               const ExplanationWork& work, std::size_t before, const RunContext& run) const
{
    m_impl->explain(fold, visit, work, before, run);
}

std::size_t SegmentExplainer::batchesIn(const FoldData& fold)
{
    return (fold.size() + kSegmentsTogether - 1) / kSegmentsTogether;
}

}
