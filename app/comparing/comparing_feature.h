#pragma once

#include "app/window/bench.h"

namespace app {

struct Reviewing;

/// Passes of the review that compare segments with each other.
void addComparing(const Bench& bench, const Reviewing& reviewing);

}
