#pragma once

#include "app/actions/command.h"
#include "app/window/bench.h"

namespace app {

struct Reviewing;

CommandTable suspectsCommands();
/// Labels that models do not believe: the search and its queue.
void addSuspects(const Bench& bench, const Reviewing& reviewing);

}
