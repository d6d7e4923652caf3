#pragma once

#include "app/actions/command.h"
#include "app/window/bench.h"

namespace app {

class OpenActions;

CommandTable openingCommands();
/// Opening, keeping and bringing together projects and datasets.
OpenActions& addOpening(const Bench& bench);

}
