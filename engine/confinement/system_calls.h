#pragma once

#include "engine/confinement/confinement.h"

namespace engine {

/// Private to engine/confinement: which calls of the system the process may still make (seccomp). A call that
/// is not allowed fails as if the user had no permission.
/// @param areSignalsKept  the rules for files keep signals to what the process starts already
/// @return whether the system holds the rules
bool ruleCalls(const Confinement& wished, bool areSignalsKept);

}
