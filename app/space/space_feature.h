#pragma once

#include "app/window/bench.h"

namespace app {

class DatasetRoom;
class PredictTab;
struct Reviewing;

/// The tab *Space*.
void addSpace(const Bench& bench, PredictTab& predict, DatasetRoom& dataset, const Reviewing& reviewing);

}
