#include "engine/cli/polylogue_models/models_additive.h"

#include "engine/core/terminal_text.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace engine {

namespace {

constexpr std::size_t kMostShown = 5;

double restOf(const AdditiveShare::Segment& segment)
{
    return segment.prediction - segment.additive;
}

}

void printAdditiveShare(const Scorer& scorer, const FeatureData& data, const AdditiveOptions& options)
{
    AdditiveShare share = additiveShareOf(scorer, data, options.wish, options.run);
    if (options.json) {
        fmt::print("{}\n", toLine(share));
        return;
    }
    fmt::print("{}: R² {:.3f} of the part that is a sum of one function per modality; the rest is {:.3f} in "
               "the mean ({} of {} segments, seed {})\n",
               terminalText(share.output), share.rSquared(), share.meanRest(), share.segments.size(),
               share.available, share.seed);
    std::ranges::stable_sort(share.segments, std::greater<>(),
                             [](const AdditiveShare::Segment& segment) { return std::abs(restOf(segment)); });
    fmt::print("{:<20} {:>10} {:>10} {:>10}\n", "most together", "prediction", "additive", "rest");
    for (std::size_t i = 0; i < std::min(kMostShown, share.segments.size()); ++i) {
        const AdditiveShare::Segment& segment = share.segments[i];
        fmt::print("{:<20} {:>+10.3f} {:>+10.3f} {:>+10.3f}\n", terminalText(segment.id), segment.prediction,
                   segment.additive, restOf(segment));
    }
}

}
