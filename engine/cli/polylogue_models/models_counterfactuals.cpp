#include "engine/cli/polylogue_models/models_counterfactuals.h"

#include "engine/cli/polylogue_models/models_folds.h"
#include "engine/cli/polylogue_models/models_outputs.h"
#include "engine/core/terminal_text.h"
#include "engine/training/run/counterfactual_search.h"
#include "engine/training/run/scorer.h"
#include "engine/training/run/told_segments.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sstream>

namespace engine {

namespace {

constexpr std::size_t kAskedTogether = 64;

/// The words at these steps; their numbers where the segment's words are not its steps.
std::vector<std::string> wordsAt(const std::string& transcript, const std::vector<std::size_t>& steps)
{
    std::istringstream stream(transcript);
    std::vector<std::string> all, words;
    for (std::string word; stream >> word;)
        all.push_back(word);
    for (const std::size_t step : steps)
        words.push_back(step < all.size() ? all[step] : fmt::format("step {}", step + 1));
    return words;
}

void printInWords(const Counterfactuals& found, const std::string& transcript)
{
    fmt::print("{}  {:.3f}  {}\n", terminalText(found.id), found.prediction, terminalText(transcript));
    fmt::print("nearest of the other sign, in {}, among {} segments\n",
               found.space.empty() ? "the eight predictions with and without each modality"
                                   : fmt::format("what {} is given ({} wide)", found.space, found.width),
               found.segments);
    for (const Counterfactuals::Nearest& near : found.nearest)
        fmt::print("  {:<20} {:>7.3f}  distance {:.3f}\n", terminalText(near.id), near.prediction,
                   near.distance);
    if (found.nearest.empty())
        fmt::print("  none has the other sign\n");
    for (const Counterfactuals::Swap& swap : found.swaps)
        fmt::print("with another {}: {} {} {:.3f}; {} of {} flip the sign\n",
                   swap.modality == Modality::Acoustic ? "sound" : "face", terminalText(swap.id),
                   swap.flips ? "flips it to" : "comes nearest with", swap.prediction, swap.flipping,
                   swap.tried);
    if (found.words)
        fmt::print("without {}: {:.3f}{}\n",
                   fmt::join(wordsAt(terminalText(transcript), found.words->steps), ", "),
                   found.words->prediction,
                   !found.words->flips        ? "; no words flip the sign"
                       : found.words->isLeast ? "; fewer do not flip the sign"
                                              : "; perhaps fewer would do");
}

}

void printCounterfactuals(const CounterfactualOptions& options)
{
    const Scorer scorer(options.model);
    refuseMedia(scorer.card(), options.model);
    const ToldSegments told(scorer, probedList(options.dataset, scorer), options.dataset, kAskedTogether);
    const Counterfactuals found
        = counterfactualsOf(scorer, told.part(0, told.size(), "all"),
                            {options.segment, outputOf(scorer.card(), options.output), options.absent},
                            progressOnStderr(options.progress));
    if (options.json) {
        fmt::print("{}\n", toLine(found));
        return;
    }
    std::string transcript;
    for (std::size_t place = 0; place < told.size(); ++place) {
        if (told.segment(place).segment.id == options.segment)
            transcript = told.segment(place).segment.transcript;
    }
    printInWords(found, transcript);
}

}
