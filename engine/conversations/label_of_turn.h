#pragma once

#include "engine/core/interval.h"

#include <algorithm>

namespace engine {

/// Whether a label tells of a turn: half of the shorter, at least, is common to both. Times of one axis.
inline bool tellsOfTurn(const Interval& label, const Interval& turn)
{
    constexpr double leastShare = 0.5;
    const double common = turn.overlap(label);
    return common > 0.0 && common >= leastShare * std::min(turn.length(), label.length());
}

}
