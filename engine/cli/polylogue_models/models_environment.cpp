#include "engine/cli/polylogue_models/models_environment.h"

#include "engine/core/installation.h"
#include "engine/worker/math_environment.h"

#include <cstdlib>
#include <unistd.h>

namespace engine {

void restartWithMathEnvironment(char** arguments)
{
    bool isComplete = true;
    for (const auto& [name, value] : mathEnvironment()) {
        if (!std::getenv(name.c_str())) {
            setenv(name.c_str(), value.c_str(), 1);
            isComplete = false;
        }
    }
    if (isComplete)
        return;
    execv(Installation::thisProgram().c_str(),
          arguments); // returns only on failure; the program is then slower, not wrong
}

}
