#pragma once

#include "app/window/bench.h"

namespace app {

class DatasetRoom;
class PredictTab;
class SpaceTab;
struct Reviewing;

/// The tab *Space*. @return the tab
SpaceTab& addSpace(const Bench& bench, PredictTab& predict, DatasetRoom& dataset, const Reviewing& reviewing);

}
