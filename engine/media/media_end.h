#pragma once

#include "engine/media/media_source.h"

namespace engine {

/// Private to engine/media: seconds from zero to the end of what is shown and heard. What the packets say
/// decides: those at the end of the file, or all where only all tell; files whose header lists every packet
/// (mp4) are not read.
double measuredDuration(MediaSource source);

}
