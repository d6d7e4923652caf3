#pragma once

#include "engine/annotation/formats/format.h"

namespace engine {

/// NIST's time-marked words (`.ctm`): recording, channel, start, length, word, confidence.
const Format& ctmFormat();

}
