#include "engine/cli/models_environment.h"

#include <cstdlib>
#include <unistd.h>

namespace engine {

void restartWithQuietThreads(char** arguments)
{
    constexpr const char* blasThreads = "OPENBLAS_NUM_THREADS";
    constexpr const char* waitPolicy = "OMP_WAIT_POLICY";
    if (std::getenv(blasThreads) && std::getenv(waitPolicy))
        return;
    constexpr int keepExisting = 0;
    setenv(blasThreads, "1", keepExisting);
    setenv(waitPolicy, "PASSIVE", keepExisting);
    execv("/proc/self/exe", arguments); // returns only on failure; the program is then slower, not wrong
}

}
