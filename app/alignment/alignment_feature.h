#pragma once

#include "app/actions/command.h"
#include "app/window/bench.h"

namespace app {

CommandTable alignmentCommands();
/// The tab *Align*, and aligned values on the timeline.
void addAlignment(const Bench& bench);

}
