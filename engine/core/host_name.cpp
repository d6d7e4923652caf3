#include "engine/core/host_name.h"

#include <array>
#include <unistd.h>

namespace engine {

std::string hostName()
{
    std::array<char, 256> host{};
    return gethostname(host.data(), host.size() - 1) == 0 ? host.data() : "?";
}

}
