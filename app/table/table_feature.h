#pragma once

#include "app/window/bench.h"

namespace app {

/// The dock *Table*.
void addTable(const Bench& bench);

}
