#pragma once

#include "app/window/bench.h"

namespace app {

/// The library of videos.
void addLibrary(const Bench& bench);

}
