#pragma once

#include "app/window/bench.h"

namespace app {

/// The tab *Inspector*.
void addInspector(const Bench& bench);

}
