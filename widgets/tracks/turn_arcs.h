#pragma once

#include "engine/conversations/turns.h"
#include "widgets/timeline/track.h"

#include <span>

namespace widgets {

/// From a turn back to one that a model attends to.
struct TurnArc {
    std::size_t from = 0; ///< number of a turn
    std::size_t to = 0;
    double weight = 0.0; ///< at least 0: how much it attends

    friend bool operator==(const TurnArc&, const TurnArc&) = default;
};

/// Paints arcs between the middles of turns into the uppermost pixels of a track, as wide as their weight is
/// beside the greatest; what has less than a fiftieth of that is left out.
/// @param height  of the room for arcs, in pixels
void paintTurnArcs(TrackCanvas& canvas, std::span<const TurnArc> arcs,
                   std::span<const engine::SpeakingTurn> turns, double height);

}
