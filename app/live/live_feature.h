#pragma once

#include "app/actions/command.h"
#include "app/window/bench.h"

namespace app {

class ExtractionActions;

CommandTable liveCommands();
/// Live sessions.
void addLive(const Bench& bench, ExtractionActions& extraction);

}
