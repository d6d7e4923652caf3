#pragma once

#include "engine/conversations/turns.h"

#include <vector>

namespace engine {

/// Who has the floor: from the start of a turn to the turn's end, or to the next turn's start where that
/// comes before. Between turns nobody has the floor.
///
/// @return  for each speaker, by place, the spans in seconds of conversation time, by start; no two spans of
///          anyone overlap
std::vector<std::vector<Interval>> floorSpans(const TakenTurns& taken, std::size_t speakers);

/// The speakers' places, most talk first; who talks as much keeps the order. Talk is the union of spans.
std::vector<std::size_t> byTalkShare(std::span<const Speaker> speakers);

}
