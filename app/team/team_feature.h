#pragma once

#include "app/actions/command.h"
#include "app/window/bench.h"

namespace app {

struct Reviewing;
class SharingActions;

CommandTable teamCommands();
/// Work of several people: gold items, raters, what is shared out, reports.
SharingActions& addTeam(const Bench& bench, const Reviewing& reviewing);

}
