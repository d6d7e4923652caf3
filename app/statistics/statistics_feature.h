#pragma once

#include "app/window/bench.h"

namespace app {

/// The dock *Statistics*.
void addStatistics(const Bench& bench);

}
