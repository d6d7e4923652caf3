#include "engine/training/valid_steps.h"

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

/// Keeps the steps first ≤ t < last of a segment, at its beginning.
void keepSteps(std::span<FeatureBlock> blocks, std::size_t segment, std::size_t first, std::size_t last)
{
    for (FeatureBlock& block : blocks) {
        if (block.width == 0)
            continue;
        const std::span<float> values = block.segment(segment);
        std::ranges::copy(values.subspan(first * block.width, (last - first) * block.width), values.begin());
        std::ranges::fill(values.subspan((last - first) * block.width), 0.0f);
    }
}

bool isPaddingInFront(std::span<const FeatureBlock> blocks, const std::vector<std::int64_t>& lengths)
{
    const std::size_t steps = blocks.front().steps;
    bool isSeen = false;
    for (std::size_t i = 0; i < lengths.size(); ++i) {
        const auto length = static_cast<std::size_t>(lengths[i]);
        if (!isZero(blocks, i, 0, steps - length))
            return false;
        isSeen = isSeen || !isZero(blocks, i, length, steps);
    }
    return isSeen;
}

void putPaddingBehind(std::span<FeatureBlock> blocks, const std::vector<std::int64_t>& lengths)
{
    if (!isPaddingInFront(blocks, lengths))
        return;
    const std::size_t steps = blocks.front().steps;
    for (std::size_t i = 0; i < lengths.size(); ++i)
        keepSteps(blocks, i, steps - static_cast<std::size_t>(lengths[i]), steps);
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

void putPaddingBehind(FoldData& fold)
{
    if (fold.isAligned()) {
        putPaddingBehind(fold.features, fold.lengths);
        return;
    }
    for (const Modality modality : allModalities)
        putPaddingBehind({&fold.of(modality), 1}, fold.lengthsOf(modality));
}

std::vector<std::int64_t> takePaddingAway(std::span<FeatureBlock> blocks, std::size_t segments)
{
    const std::size_t steps = blocks.front().steps;
    std::vector<std::int64_t> lengths;
    for (std::size_t i = 0; i < segments; ++i) {
        std::size_t first = 0, last = steps;
        while (last > 1 && isZero(blocks, i, last - 1, last))
            --last;
        while (first + 1 < last && isZero(blocks, i, first, first + 1))
            ++first;
        keepSteps(blocks, i, first, last);
        lengths.push_back(static_cast<std::int64_t>(last - first));
    }
    return lengths;
}

}
