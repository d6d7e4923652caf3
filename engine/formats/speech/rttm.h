#pragma once

#include "engine/formats/common/format.h"

namespace engine {

/// NIST's rich transcription (`.rttm`): who speaks when, a tier per speaker.
const Format& rttmFormat();

}
