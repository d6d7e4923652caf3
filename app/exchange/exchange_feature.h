#pragma once

#include "app/actions/command.h"
#include "app/window/bench.h"

namespace app {

class ExchangeActions;
class OpenActions;

CommandTable exchangeCommands();
/// Annotation of other programs.
/// @param open  takes dropped files that hold no annotation
ExchangeActions& addExchange(const Bench& bench, OpenActions& open);

}
