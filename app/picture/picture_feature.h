#pragma once

#include "app/actions/command.h"
#include "app/window/bench.h"

namespace app {

class PictureActions;

CommandTable pictureCommands();
/// The picture: subtitles, full screen, a window of its own.
PictureActions& addPicture(const Bench& bench);

}
