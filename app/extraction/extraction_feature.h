#pragma once

#include "app/actions/command.h"
#include "app/window/bench.h"

namespace app {

class ExtractionActions;

CommandTable extractionCommands();
/// Recordings to sequences.
ExtractionActions& addExtraction(const Bench& bench);

}
