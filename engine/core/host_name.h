#pragma once

#include <string>

namespace engine {

/// What this machine is called; `?` where that cannot be told.
std::string hostName();

}
