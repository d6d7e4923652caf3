#pragma once

#include "app/actions/command.h"

#include <vector>

namespace app {

/// The commands of all features, in the order of the list of keys.
std::vector<CommandTable> allCommands();

}
