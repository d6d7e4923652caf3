#pragma once

#include "engine/training/data/feature_data.h"

#include <optional>
#include <span>

namespace engine {

// Which steps of a fold are no padding, where a file says little of it.

/// By modality, N lengths each; absent where nothing is known.
using KnownLengths = std::array<std::optional<std::vector<std::int64_t>>, allModalities.size()>;

/// Gives each modality the lengths that are known of it.
///
/// Where all have the same steps and what is known agrees, that holds for those as well of which nothing is;
/// else these are valid to the end. A modality that nobody has takes the lengths of the first that is there.
/// The fold is aligned when all have the same steps and the same lengths in the end.
void settleLengths(FoldData& fold, const KnownLengths& known);

/// Steps first ≤ t < last of a segment.
struct StepRange {
    std::size_t first = 0;
    std::size_t last = 0;
};

/// Does a file have the padding in front of the steps? Releases of one dataset differ in that. It stands in
/// front when every segment that has some is zero there, and one is not zero behind its length.
class PaddingSide {
public:
    /// @param blocks  the next N segments of one modality, or of those that share steps and lengths
    /// @param lengths  N
    void add(std::span<const FeatureBlock> blocks, std::span<const std::int64_t> lengths);
    /// False: some segment is not zero in front, so more segments change nothing.
    bool canBeInFront() const { return m_canBeInFront; }
    bool isInFront() const { return m_canBeInFront && m_isSeen; }

private:
    bool m_canBeInFront = true;
    bool m_isSeen = false; ///< a step that is not zero, behind the length of its segment
};

/// Of each of N segments the steps without those at either end that are zero in all of these modalities,
/// which have the same number of steps; at least one.
std::vector<StepRange> withoutPadding(std::span<const FeatureBlock> blocks, std::size_t segments);

/// Moves these steps of a segment to its beginning, and sets the others to zero.
void keepSteps(FeatureBlock& block, std::size_t segment, StepRange kept);

}
