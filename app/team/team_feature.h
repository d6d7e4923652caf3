#pragma once

#include "app/actions/command.h"
#include "app/window/bench.h"

namespace app {

struct Reviewing;

CommandTable teamCommands();
/// Work of several people: gold items, raters, what is shared out, reports.
void addTeam(const Bench& bench, const Reviewing& reviewing);

}
