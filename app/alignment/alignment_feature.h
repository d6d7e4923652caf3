#pragma once

#include "app/actions/command.h"

namespace app {

CommandTable alignmentCommands();

}
