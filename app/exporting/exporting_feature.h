#pragma once

#include "app/actions/command.h"
#include "app/window/bench.h"

namespace app {

CommandTable exportingCommands();
/// *Export…*, words, and the selected span.
void addExporting(const Bench& bench);

}
