#pragma once

#include "app/actions/command.h"
#include "app/window/bench.h"

namespace app {

struct Reviewing;
class SharingActions;

CommandTable planningCommands();
/// @param sharing  takes the plan that a person uses
void addPlanning(const Bench& bench, const Reviewing& reviewing, SharingActions& sharing);

}
