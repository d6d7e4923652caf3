#pragma once

#include "app/actions/command.h"
#include "app/window/bench.h"

namespace app {

struct Reviewing;

CommandTable learningCommands();
/// A model that learns of the answers of a pass.
void addLearning(const Bench& bench, const Reviewing& reviewing);

}
