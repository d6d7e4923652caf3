#pragma once

#include "engine/core/run_context.h"

namespace engine {

/// Shows the percentage on stderr, in place, when that is a terminal; says nothing otherwise.
RunContext progressOnStderr();

}
