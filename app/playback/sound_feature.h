#pragma once

#include "app/actions/command.h"
#include "app/window/bench.h"

namespace app {

CommandTable soundCommands();
/// Volume and output of the sound.
void addSound(const Bench& bench);

}
