#pragma once

#include "app/actions/command.h"
#include "app/window/bench.h"

namespace app {

class PredictTab;

CommandTable predictionCommands();
/// The tab *Predict*, what a model shows on the picture, and what sounds and looks alike.
PredictTab& addPrediction(const Bench& bench);

}
