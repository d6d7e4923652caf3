#pragma once

#include "app/actions/command.h"
#include "app/window/bench.h"

namespace app {

class DialoguePredictions;

CommandTable trainingCommands();
/// Trainings, compared and reproduced. @param conversations  by which models of conversations are asked
void addTraining(const Bench& bench, DialoguePredictions& conversations);

}
