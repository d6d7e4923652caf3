#pragma once

#include "app/actions/command.h"
#include "app/window/bench.h"

namespace app {

CommandTable camerasCommands();
/// Other cameras of a video, and offsets of them and of sequences.
void addCameras(const Bench& bench);

}
