#pragma once

#include "app/actions/command.h"
#include "app/window/bench.h"

namespace app {

class Scripting;
struct Reviewing;
class SpaceTab;

CommandTable scriptingCommands();
/// What scripts can do with the window. Nobody can connect until it listens (`Scripting::listen`).
Scripting& addScripting(const Bench& bench, const Reviewing& reviewing, SpaceTab& space);

}
