#pragma once

#include "app/window/bench.h"

namespace app {

class DatasetRoom;
struct Reviewing;

/// The mode *Dataset*.
DatasetRoom& addDataset(const Bench& bench, const Reviewing& reviewing);

}
