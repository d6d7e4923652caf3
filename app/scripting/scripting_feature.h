#pragma once

#include "app/window/bench.h"

namespace app {

class Scripting;
struct Reviewing;

/// What scripts can do with the window. Nobody can connect until it listens (`Scripting::listen`).
Scripting& addScripting(const Bench& bench, const Reviewing& reviewing);

}
