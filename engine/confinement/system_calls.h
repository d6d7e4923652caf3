#pragma once

#include "engine/confinement/confinement.h"

namespace engine {

/// Private to engine/confinement: which calls of the system the process may still make (seccomp). A call that is
/// not allowed fails as if the user had no permission.
/// @return whether the system holds the rules
bool ruleCalls(Confinement::Calls calls, bool runsPrograms);

}
