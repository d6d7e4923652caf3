#pragma once

#include "app/actions/command.h"
#include "app/window/bench.h"

namespace app {

CommandTable diagnosisCommands();
/// *Diagnosis…*, and the notice of the start that the program ended unexpectedly the last time.
void addDiagnosis(const Bench& bench);

}
