#pragma once

#include "app/actions/command.h"
#include "app/window/bench.h"

namespace app {

CommandTable tiersCommands();
/// Making and changing tiers.
void addTiers(const Bench& bench);

}
