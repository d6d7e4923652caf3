#include "engine/training/suspects/word_runs.h"

#include "engine/core/same_length.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace engine {

std::vector<std::size_t> wordRuns(const FoldData& frames, std::size_t segment)
{
    requirePlace("segment", segment, frames.size());
    const FeatureBlock& text = frames.of(Modality::Text);
    const auto length = static_cast<std::size_t>(frames.lengthsOf(Modality::Text)[segment]);
    const auto row = [&](std::size_t t) { return text.segment(segment).subspan(t * text.width, text.width); };
    std::vector<std::size_t> starts;
    for (std::size_t t = 0; t < length; ++t) {
        if (t > 0 && std::ranges::equal(row(t), row(t - 1)))
            continue;
        const bool followsSingle = starts.size() > 1 && starts.back() + 1 == t;
        if (followsSingle)
            starts.back() = t; // the row before was a mixture
        else
            starts.push_back(t);
    }
    starts.push_back(length);
    return starts;
}

bool isSpoken(const FoldData& frames, std::size_t segment, std::size_t row)
{
    const FeatureBlock& text = frames.of(Modality::Text);
    requirePlace("segment", segment, frames.size());
    if (text.width > 0)
        requirePlace("row", row, text.steps);
    const std::span<const float> values = text.segment(segment).subspan(row * text.width, text.width);
    return std::ranges::any_of(values, [](float value) { return value != 0.0F; });
}

std::array<double, 2> wordPhase(std::size_t row, std::size_t length)
{
    const double part = std::numbers::pi * (static_cast<double>(row) + 0.5)
        / static_cast<double>(std::max<std::size_t>(1, length));
    return {std::sin(part), std::cos(part)};
}

}
