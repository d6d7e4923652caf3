#pragma once

#include "app/actions/command.h"
#include "app/window/bench.h"

namespace app {

CommandTable privacyCommands();
void addPrivacy(const Bench& bench);

}
