#pragma once

#include "engine/segment_agreement/alignment_candidates.h"

namespace engine {

/// Units that candidates connect, in order, with what the walk over them needs.
///
/// Every unit has a price, what the unit should cost in a best alignment; choices cost what is above the
/// prices of their units. No alignment costs less than all prices and `rest` of the first unit.
struct ConnectedUnits {
    struct Choice {
        std::vector<std::uint32_t> ahead; ///< of the units: places behind the first
        double cost = 0.0; ///< above the prices; by cost, ascending
    };
    std::vector<std::vector<Choice>> choices; ///< N lists: by their first unit
    std::vector<double> adding; ///< the most that a unit costs which is not used up yet
    std::vector<double> removing; ///< the most that an alignment costs more without the unit
    std::vector<double> rest; ///< N + 1: the least that choices from this unit on can cost, ≤ 0
    double prices = 0.0; ///< of all units
    std::size_t reach = 0; ///< the farthest place ahead

    std::size_t size() const { return adding.size(); }
};

/// Parts candidates into groups that share no unit, and finds prices: by coordinate ascent on the dual of the
/// partition, each unit in turn to the middle between its cheapest two candidates.
///
/// @param mostAhead  candidates that reach farther are left out, and `candidates.isComplete` becomes false
std::vector<ConnectedUnits> connectedUnits(AlignmentCandidates& candidates,
                                           const std::vector<PlacedUnit>& units, std::size_t raters,
                                           const UnitDistance& distance, std::size_t mostAhead);

/// Finds better prices: nearer below the cost of the best alignment. @param bound  above all prices; some
/// alignment costs that much
void improvePrices(ConnectedUnits& units, double bound);

/// Leaves out what no alignment below `bound` can have. @param bound  above all prices
void dropDearChoices(ConnectedUnits& units, double bound);

}
