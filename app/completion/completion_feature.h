#pragma once

#include "app/actions/command.h"
#include "app/window/bench.h"

namespace app {

struct Reviewing;

CommandTable completionCommands();
/// Half-labelled tiers, completed.
void addCompletion(const Bench& bench, const Reviewing& reviewing);

}
