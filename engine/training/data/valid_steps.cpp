#include "engine/training/data/valid_steps.h"

#include <algorithm>

namespace engine {

namespace {

bool haveSameSteps(const FoldData& fold)
{
    return std::ranges::all_of(fold.features,
                               [&](const FeatureBlock& block) { return block.steps == fold.steps(); });
}

/// What all say that say something; absent when they differ, or nobody does.
std::optional<std::vector<std::int64_t>> agreedLengths(const KnownLengths& known)
{
    std::optional<std::vector<std::int64_t>> agreed;
    for (const auto& lengths : known) {
        if (agreed && lengths && *agreed != *lengths)
            return std::nullopt;
        if (lengths)
            agreed = lengths;
    }
    return agreed;
}

/// The first modality that the fold has; text when it has none.
std::size_t firstOf(const FoldData& fold)
{
    const auto found
        = std::ranges::find_if(fold.features, [](const FeatureBlock& block) { return block.width > 0; });
    return found == fold.features.end() ? 0 : static_cast<std::size_t>(found - fold.features.begin());
}

/// Is this segment zero from step `first` to before step `last`?
bool isZero(std::span<const FeatureBlock> blocks, std::size_t segment, std::size_t first, std::size_t last)
{
    return std::ranges::all_of(blocks, [&](const FeatureBlock& block) {
        return block.width == 0
            || std::ranges::all_of(
                   block.segment(segment).subspan(first * block.width, (last - first) * block.width),
                   [](float value) { return value == 0.0f; });
    });
}

}

void settleLengths(FoldData& fold, const KnownLengths& known)
{
    const auto agreed = haveSameSteps(fold) ? agreedLengths(known) : std::nullopt;
    const auto lengthsOf = [&](std::size_t modality) {
        if (known[modality])
            return *known[modality];
        return agreed.value_or(
            std::vector<std::int64_t>(fold.size(), static_cast<std::int64_t>(fold.features[modality].steps)));
    };
    const std::size_t first = firstOf(fold);
    fold.lengths = lengthsOf(first);
    bool isAligned = haveSameSteps(fold);
    for (std::size_t modality = 0; modality < fold.features.size(); ++modality) {
        FeatureBlock& block = fold.features[modality];
        block.lengths = block.width > 0 ? lengthsOf(modality) : fold.lengths;
        isAligned = isAligned && block.lengths == fold.lengths;
    }
    fold.features.front().lengths.clear(); // the fold's are the text's
    for (FeatureBlock& block : fold.features) {
        if (isAligned)
            block.lengths.clear();
    }
}

void PaddingSide::add(std::span<const FeatureBlock> blocks, std::span<const std::int64_t> lengths)
{
    const std::size_t steps = blocks.front().steps;
    for (std::size_t i = 0; i < lengths.size() && m_canBeInFront; ++i) {
        const auto length = static_cast<std::size_t>(lengths[i]);
        m_canBeInFront = isZero(blocks, i, 0, steps - length);
        m_isSeen = m_isSeen || !isZero(blocks, i, length, steps);
    }
}

std::vector<StepRange> withoutPadding(std::span<const FeatureBlock> blocks, std::size_t segments)
{
    std::vector<StepRange> kept;
    for (std::size_t i = 0; i < segments; ++i) {
        StepRange range{0, blocks.front().steps};
        while (range.last > 1 && isZero(blocks, i, range.last - 1, range.last))
            --range.last;
        while (range.first + 1 < range.last && isZero(blocks, i, range.first, range.first + 1))
            ++range.first;
        kept.push_back(range);
    }
    return kept;
}

void keepSteps(FeatureBlock& block, std::size_t segment, StepRange kept)
{
    if (block.width == 0)
        return;
    const std::span<float> values = block.segment(segment);
    const std::size_t length = (kept.last - kept.first) * block.width;
    std::ranges::copy(values.subspan(kept.first * block.width, length), values.begin());
    std::ranges::fill(values.subspan(length), 0.0f);
}

}
