#pragma once

#include "app/actions/command.h"
#include "app/window/bench.h"

namespace app {

class PictureActions;

CommandTable facesCommands();
/// Who is seen, on the picture and in lanes.
void addFaces(const Bench& bench, PictureActions& picture);

}
