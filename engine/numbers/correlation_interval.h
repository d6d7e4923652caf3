#pragma once

#include "engine/core/interval.h"

#include <cstddef>

namespace engine {

/// The 95 % interval of Pearson's r of `count` cases (Fisher's z, Metron 1921); −1 to 1 of fewer than four cases.
Interval correlationInterval(double r, std::size_t count);

}
