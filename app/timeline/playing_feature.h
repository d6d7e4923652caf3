#pragma once

#include "app/actions/command.h"
#include "app/window/bench.h"

namespace app {

CommandTable playingCommands();
/// Playing, and moving the playhead and the sight.
void addPlaying(const Bench& bench);

}
