#pragma once

#include "app/actions/command.h"
#include "app/window/bench.h"

namespace app {

CommandTable timelineCommands();
/// Editing on the timeline, and a picture of it.
void addTimeline(const Bench& bench);

}
