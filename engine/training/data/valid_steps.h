#pragma once

#include "engine/training/data/feature_data.h"

#include <optional>
#include <span>

namespace engine {

// Finds out which steps of a fold are not padding when a file does not tell it fully.

/// By modality, N lengths each; absent where nothing is known.
using KnownLengths = std::array<std::optional<std::vector<std::int64_t>>, allModalities.size()>;

/// Gives each modality the lengths that are known for it.
///
/// When all modalities have the same steps and all known lengths agree, these lengths also hold for
/// modalities without known lengths; otherwise those modalities are valid to the end. A modality that no
/// segment has takes the lengths of the first that some segment has. The fold is aligned when all modalities
/// have the same steps and, in the end, the same lengths.
void settleLengths(FoldData& fold, const KnownLengths& known);

/// Steps first ≤ t < last of a segment.
struct StepRange {
    std::size_t first = 0;
    std::size_t last = 0;
};

/// Finds out whether a file has its padding in front of the steps, in which releases of one dataset differ.
/// Padding is in front when every segment that is padded is zero there, and some segment is not zero behind
/// its length.
class PaddingSide {
public:
    /// @param blocks  the next N segments of one modality, or of those that share steps and lengths
    /// @param lengths  N
    void add(std::span<const FeatureBlock> blocks, std::span<const std::int64_t> lengths);
    /// False when some segment is not zero in front; then further segments change nothing.
    bool canBeInFront() const { return m_canBeInFront; }
    bool isInFront() const { return m_canBeInFront && m_isSeen; }

private:
    bool m_canBeInFront = true;
    bool m_isSeen = false; ///< some step behind the length of its segment is not zero
};

/// The steps of each of N segments without those at either end that are zero in all these modalities; at
/// least one step. The modalities must have the same number of steps.
std::vector<StepRange> withoutPadding(std::span<const FeatureBlock> blocks, std::size_t segments);

/// Moves the kept steps of a segment to its beginning and sets the others to zero.
void keepSteps(FeatureBlock& block, std::size_t segment, StepRange kept);

}
