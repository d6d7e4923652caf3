#pragma once

#include "app/document/segment_in_sight.h"
#include "app/document/tried_items.h"
#include "engine/core/segment_input.h"

#include <functional>

namespace app {

class LivePrediction;

/// What a model is asked when something is tried.
struct TriedInput {
    std::function<engine::SegmentInput()> input; ///< makes the input; any thread may call it
    engine::EnabledModalities enabled{true, true, true};
    bool isPacked = false; ///< of packed segments
};

/// The segment in sight, otherwise. @return nothing where it cannot be tried: the word is another one by now,
/// or the other segment is gone
std::optional<TriedInput> inputOf(const Tried& tried, const SegmentInSight& segment, const Document& document,
                                  const LivePrediction& prediction);

/// The times of all words when an edge of a word of the segment lies elsewhere; a neighbour that touches it
/// moves with it, as in a drag. Nothing where the word is another one by now, or has no room.
std::optional<WordTimes> timesWithMovedEdge(const Tried& tried, std::size_t firstWord,
                                            const Document& document);

}
