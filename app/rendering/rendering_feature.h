#pragma once

#include "app/actions/command.h"
#include "app/window/bench.h"

namespace app {

class Rendering;

CommandTable renderingCommands();
/// *Render to video…*
Rendering& addRendering(const Bench& bench);

}
