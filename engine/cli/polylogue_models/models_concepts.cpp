#include "engine/cli/polylogue_models/models_concepts.h"

#include "engine/cli/polylogue_models/models_folds.h"
#include "engine/cli/polylogue_models/models_outputs.h"
#include "engine/core/terminal_text.h"
#include "engine/training/run/concept_search.h"
#include "engine/training/run/told_segments.h"

#include <algorithm>
#include <fmt/format.h>

namespace engine {

namespace {

constexpr std::size_t kConceptsTogether = 64;
constexpr std::size_t kMomentsShown = 3;

/// A unit in a segment.
struct Moment {
    double strength = 0.0;
    const Concepts::Segment* segment = nullptr;
};

std::vector<Moment> momentsOf(const Concepts& concepts, std::size_t unit)
{
    std::vector<Moment> moments;
    for (const Concepts::Segment& segment : concepts.segments) {
        const auto found = std::ranges::find(segment.active, unit, &ActiveUnit::unit);
        if (found != segment.active.end())
            moments.push_back({found->strength, &segment});
    }
    std::ranges::stable_sort(moments, std::greater<>(), &Moment::strength);
    return moments;
}

void printInWords(const Concepts& concepts)
{
    fmt::print("{} units, {} at a time, of what {} is given ({} wide), for {}\n", concepts.settings.units,
               concepts.settings.active, terminalText(concepts.layer), concepts.width,
               terminalText(concepts.output));
    fmt::print("explained {:.3f} of {} segments of its training{}\n", concepts.explained, concepts.learntFrom,
               concepts.explainedElsewhere
                   ? fmt::format(", {:.3f} of the {} others", *concepts.explainedElsewhere,
                                 concepts.segments.size() - concepts.learntFrom)
                   : std::string());
    fmt::print("{:>4} {:>9} {:>8}  most in\n", "unit", "segments", "adds");
    for (std::size_t unit = 0; unit < concepts.effects.size(); ++unit) {
        const std::vector<Moment> moments = momentsOf(concepts, unit);
        double sum = 0.0;
        for (const Moment& moment : moments)
            sum += moment.strength * concepts.effects[unit];
        fmt::print("{:>4} {:>9} {:>+8.3f} ", unit + 1, moments.size(),
                   moments.empty() ? 0.0 : sum / static_cast<double>(moments.size()));
        for (std::size_t i = 0; i < std::min(kMomentsShown, moments.size()); ++i)
            fmt::print(" {}", terminalText(moments[i].segment->id));
        fmt::print("\n");
    }
}

}

void printConcepts(const ConceptOptions& options)
{
    const Scorer scorer(options.model);
    refuseMedia(scorer.card(), options.model);
    const std::size_t output = outputOf(scorer.card(), options.output);
    const ToldSegments told(scorer, probedList(options.dataset, scorer), options.dataset, kConceptsTogether);
    std::vector<bool> isLearnt;
    for (std::size_t place = 0; place < told.size(); ++place)
        isLearnt.push_back(told.segment(place).segment.fold == "train");
    const Concepts concepts = conceptsOf(
        scorer, isLearnt, [&](std::size_t first, std::size_t last) { return told.part(first, last, "all"); },
        {output, options.settings, kConceptsTogether}, progressOnStderr(options.progress));
    if (options.json)
        fmt::print("{}\n", toLine(concepts));
    else
        printInWords(concepts);
}

}
