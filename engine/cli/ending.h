#pragma once

#include <functional>

namespace engine::cli {

/// Runs a command to its end. What it throws is said on stderr, as `code: sentence` with the code of an
/// engine::Error, `memory` or `internal`.
/// @return the program's exit code: the command's own, 1 after an error
int runToTheEnd(const std::function<int()>& command);

}
