#pragma once

#include "app/actions/command.h"
#include "app/window/bench.h"

#include <vector>

namespace app {

class Scripting;

/// The commands of all features, in the order of the list of keys.
std::vector<CommandTable> allCommands();

/// Adds every feature to the window. What a feature needs of another one stands here.
/// @return what scripts can do with the window, once it listens
Scripting& addFeatures(const Bench& bench);

}
