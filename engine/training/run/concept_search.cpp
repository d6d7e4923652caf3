#include "engine/training/run/concept_search.h"

#include "engine/training/run/fusion_layer.h"

#include <algorithm>

namespace engine {

namespace {

/// The part of the time that goes into asking the model; the rest is the code's.
constexpr std::size_t kAskingParts = 4, kAllParts = 5;

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
    const auto part = [&run](std::size_t first, std::size_t last) {
        RunContext result{run.stop, {}};
        if (run.progress)
            result.progress = [&run, first, last](double fraction) {
                const double done = static_cast<double>(first) + fraction * static_cast<double>(last - first);
                run.progress(done / static_cast<double>(kAllParts));
            };
        return result;
    };
    const FusionLayer layer
        = fusionLayerOf(scorer, isLearnt.size(), read, wish.output, wish.together, part(0, kAskingParts));
    const bool knowsNone = std::ranges::none_of(isLearnt, [](bool learnt) { return learnt; });
    const VectorRows learnt = knowsNone ? layer.values : rowsWhere(layer.values, isLearnt, true);
    const VectorRows others = knowsNone ? VectorRows() : rowsWhere(layer.values, isLearnt, false);
    SparseCodeSettings settings = wish.settings;
    settings.units = std::min(settings.units, layer.values.width); // no more units than numbers
    settings.active = std::min(settings.active, settings.units);
    const SparseCode code(learnt, settings, part(kAskingParts, kAllParts));

    Concepts concepts;
    concepts.model = card.name;
    concepts.output = card.labels[wish.output].name;
    concepts.layer = layer.name;
    concepts.width = layer.values.width;
    concepts.settings = settings;
    concepts.learntFrom = learnt.size();
    concepts.explained = code.explained(learnt);
    if (others.size() > 0)
        concepts.explainedElsewhere = code.explained(others);
    concepts.areAdditive = isAdditive(card);
    for (std::size_t unit = 0; unit < code.units(); ++unit) {
        double effect = 0.0;
        for (std::size_t d = 0; d < concepts.width; ++d)
            effect += code.direction(unit)[d] * layer.readout[d];
        concepts.effects.push_back(effect);
    }
    for (std::size_t i = 0; i < layer.ids.size(); ++i)
        concepts.segments.push_back({layer.ids[i], layer.predictions[i], code.encode(layer.values.row(i))});
    run.tick(1, 1);
    return concepts;
}

}
