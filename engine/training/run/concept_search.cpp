#include "engine/training/run/concept_search.h"

#include "engine/core/error.h"
#include "engine/models/explain/fusion_activations.h"
#include "engine/models/serving/output_scores.h"
#include "engine/training/data/data_options.h"
#include "engine/training/data/feature_shaping.h"
#include "engine/training/run/segment_tensors.h"

#include <algorithm>

namespace engine {

namespace {

/// The part of the time that goes into asking the model; the rest is the code's.
constexpr std::size_t kAskingParts = 4, kAllParts = 5;

/// What the layer was given for each segment, and what the model said.
struct Asked {
    std::vector<std::string> ids;
    std::vector<double> predictions;
    VectorRows layer;
    std::vector<double> readout;
    std::string name;
};

std::vector<double> numbersOf(const torch::Tensor& tensor)
{
    const torch::Tensor whole = tensor.detach().to(torch::kFloat64).contiguous();
    return {whole.data_ptr<double>(), whole.data_ptr<double>() + whole.numel()};
}

void append(std::vector<double>& all, const std::vector<double>& more)
{
    all.insert(all.end(), more.begin(), more.end());
}

Asked ask(const Scorer& scorer, std::size_t segments, const Scorer::ReadSegments& read,
          const ConceptWish& wish, const RunContext& run)
{
    const TrainedModel& trained = scorer.trained();
    trained.model->eval();
    Asked asked;
    for (std::size_t first = 0; first < segments; first += wish.together) {
        run.tick(first * kAskingParts, segments * kAllParts);
        FoldData fold = shaped(read(first, std::min(segments, first + wish.together)),
                               /*isUtteranceLevel=*/false, dataOptionsOf(trained.card.input));
        fold.labels = FeatureMatrix(fold.size(), 0);
        const SegmentTensors tensors
            = prepareFor(*trained.model, fold, trained.card, trained.card.modalities);
        const ModalityBatch batch = tensors.range(0, tensors.size());
        const auto fused = fusionActivations(trained, batch, wish.output);
        if (!fused || (first > 0 && fused->layer != asked.name))
            throw FormatError("no_fusion_layer", trained.card.name,
                              "has no layer whose values add up to its prediction: there is nothing to code");
        asked.name = fused->layer;
        asked.layer.width = static_cast<std::size_t>(fused->values.size(1));
        asked.readout = numbersOf(fused->readout);
        append(asked.layer.values, numbersOf(fused->values));
        const torch::NoGradGuard noGradient;
        const torch::Tensor scores = scoresOf(trained.model->forward(batch).prediction, trained.card);
        append(asked.predictions, numbersOf(scores.select(1, static_cast<std::int64_t>(wish.output))));
        asked.ids.insert(asked.ids.end(), fold.ids.begin(), fold.ids.end());
    }
    return asked;
}

/// The rows of which `isWanted` is `wanted`.
VectorRows rowsWhere(const VectorRows& rows, const std::vector<bool>& isWanted, bool wanted)
{
    VectorRows chosen{rows.width, {}};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (isWanted[i] == wanted)
            chosen.values.insert(chosen.values.end(), rows.row(i).begin(), rows.row(i).end());
    }
    return chosen;
}

/// Whether the scores of the model are its outputs, but for a constant.
bool isAdditive(const ModelCard& card)
{
    return card.task != "binary" && card.task != "classes" && card.task != "classes_and_values";
}

}

Concepts conceptsOf(const Scorer& scorer, const std::vector<bool>& isLearnt, const Scorer::ReadSegments& read,
                    const ConceptWish& wish, const RunContext& run)
{
    const ModelCard& card = scorer.card();
    const Asked asked = ask(scorer, isLearnt.size(), read, wish, run);
    const bool knowsNone = std::ranges::none_of(isLearnt, [](bool learnt) { return learnt; });
    const VectorRows learnt = knowsNone ? asked.layer : rowsWhere(asked.layer, isLearnt, true);
    const VectorRows others = knowsNone ? VectorRows() : rowsWhere(asked.layer, isLearnt, false);
    RunContext coding = run;
    if (run.progress)
        coding.progress = [&](double fraction) {
            run.progress((static_cast<double>(kAskingParts) + fraction) / static_cast<double>(kAllParts));
        };
    const SparseCode code(learnt, wish.settings, coding);

    Concepts concepts;
    concepts.model = card.name;
    concepts.output = card.labels[wish.output].name;
    concepts.layer = asked.name;
    concepts.width = asked.layer.width;
    concepts.settings = wish.settings;
    concepts.learntFrom = learnt.size();
    concepts.explained = code.explained(learnt);
    if (others.size() > 0)
        concepts.explainedElsewhere = code.explained(others);
    concepts.areAdditive = isAdditive(card);
    for (std::size_t unit = 0; unit < code.units(); ++unit) {
        double effect = 0.0;
        for (std::size_t d = 0; d < concepts.width; ++d)
            effect += code.direction(unit)[d] * asked.readout[d];
        concepts.effects.push_back(effect);
    }
    for (std::size_t i = 0; i < asked.ids.size(); ++i)
        concepts.segments.push_back({asked.ids[i], asked.predictions[i], code.encode(asked.layer.row(i))});
    run.tick(1, 1);
    return concepts;
}

}
