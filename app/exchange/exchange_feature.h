#pragma once

#include "app/actions/command.h"
#include "app/window/bench.h"

namespace app {

class OpenActions;

CommandTable exchangeCommands();
/// Annotation of other programs.
/// @param open  takes dropped files that hold no annotation
void addExchange(const Bench& bench, OpenActions& open);

}
