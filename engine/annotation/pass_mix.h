#pragma once

#include "engine/annotation/review_queue.h"

#include <set>
#include <vector>

namespace engine {

/// What is mixed into the segments of a pass to check its annotator.
struct PassMix {
    double gold = 0.0; ///< segments with a known right value, as a part of the queue; 0: none
    double repeats = 0.0; ///< segments that come again, as a part of the pass; 0: none
    std::size_t apart = 10; ///< places from a segment to where it comes again, at least

    friend bool operator==(const PassMix&, const PassMix&) = default;
};

/// One place of a pass.
struct MixedItem {
    ReviewItem item;
    bool isRepeat = false; ///< the segment came before

    friend bool operator==(const MixedItem&, const MixedItem&) = default;
};

/// A queue with hidden gold and repeats.
///
/// As many gold segments as are wished are in it afterwards: those that the queue has anyway count, others
/// are drawn and stand where any segment could stand, with the reason of a neighbour. In the order of context
/// those of the videos of the queue are drawn first, and stand at their own place. Repeats are drawn from
/// what is not gold; each comes once, `apart` places later at least. A queue that is not longer than `apart`
/// has none. The same input and seed give the same places.
///
/// @param queue  as reviewQueue() makes it of `units`
/// @param gold   places in `units` of the segments with a known right value
std::vector<MixedItem> mixPass(std::span<const ReviewUnit> units, const std::vector<ReviewItem>& queue,
                               const std::set<std::size_t>& gold, const ReviewSettings& settings,
                               const PassMix& mix);

}
