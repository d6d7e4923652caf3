#pragma once

#include "app/actions/command.h"
#include "app/window/bench.h"

namespace app {

CommandTable publishingCommands();
void addPublishing(const Bench& bench);

}
