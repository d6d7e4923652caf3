#pragma once

#include "engine/core/interval.h"

#include <cstddef>

namespace engine {

/// The 95 % interval of a share of `count` cases (Wilson, JASA 1927); 0 to 1 of no case.
Interval shareInterval(double share, std::size_t count);

}
