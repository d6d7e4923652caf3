#pragma once

#include "app/actions/command.h"
#include "app/window/bench.h"

namespace app {

CommandTable trainingCommands();
/// Trainings, compared and reproduced.
void addTraining(const Bench& bench);

}
