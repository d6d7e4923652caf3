#pragma once

#include "engine/numbers/nearest_neighbours.h"
#include "engine/space/umap.h"

namespace engine {

/// How far one can trust that points which lie near each other in a layout belong together: 1 when the k
/// nearest points of each point are those that are nearest by all values, about 0.5 in a layout by chance
/// (Venna and Kaski, Neighborhood preservation in nonlinear projection methods, ICANN 2001).
///
/// @param rows    N × D, finite.
/// @param layout  N positions.
/// @param count   k, less than half of N.
/// @param most    the most points that are looked at, evenly drawn: O(most × N × D) time.
/// @return        1 where N is too small to tell.
/// @throws Cancelled.
double trustworthiness(MatrixView rows, const PointLayout& layout, std::size_t count = 15,
                       std::size_t most = 300, const RunContext& run = {});

}
