#pragma once

#include "engine/formats/common/format.h"

namespace engine {

/// NIST's time-marked words (`.ctm`): recording, channel, start, length, word, confidence.
const Format& ctmFormat();

}
